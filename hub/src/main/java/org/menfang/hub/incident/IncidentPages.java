package org.menfang.hub.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageHandler;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.vocabulary.CompoundId;

/// The pages on which incidents are written down and amended.
public final class IncidentPages implements Section {
    static final String PATH = "/incidents";
    private static final int LISTED_MAX = 100;

    private final IncidentBook incidents;
    private final IncidentChoices choices;

    public IncidentPages(IncidentBook incidents, IncidentChoices choices) {
        this.incidents = incidents;
        this.choices = choices;
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(PATH, "cases.incidents", Right.SEE_BOARD));
    }

    @Override
    public void addTo(PageTable table) {
        table.get(PATH, Right.SEE_BOARD, this::list);
        table.get(PATH + "/new", Right.REPORT, this::showNew);
        table.post(PATH + "/new", Right.REPORT, this::open);
        table.get(PATH + "/{number}/amend", Right.REPORT, this::showAmend);
        table.post(PATH + "/{number}/amend", Right.REPORT, this::amend);
    }

    private Reply list(Visit visit) {
        return Reply.show(
                "cases/incidents.jte",
                Map.of(
                        "incidents",
                        incidents.newest(LISTED_MAX).stream()
                                .map(each -> IncidentView.of(visit::text, visit.zone(), each))
                                .toList(),
                        "mayWrite",
                        visit.may(Right.REPORT)));
    }

    /// Offers the compounds where there are several and none is chosen.
    private Reply showNew(Visit visit) {
        String link = visit.query("alarm");
        Optional<IncidentForm> fromAlarm =
                IncidentChoices.alarmOf(link)
                        .flatMap(choices::raised)
                        .map(alarm -> IncidentForm.of(alarm, link, visit));
        List<String> compounds = choices.compounds();
        String asked =
                IncidentChoices.alarmOf(link)
                        .map(alarm -> alarm.compound().value())
                        .orElseGet(() -> visit.query("compound"));
        String compound = compounds.size() == 1 ? compounds.getFirst() : asked;
        if (fromAlarm.isEmpty() && !compounds.contains(compound)) {
            return Reply.show("cases/incident-where.jte", Map.of("compounds", compounds));
        }
        return form(
                fromAlarm.orElseGet(() -> IncidentForm.empty(compound, visit)),
                PATH + "/new",
                false);
    }

    private Reply form(IncidentForm form, String action, boolean amends) {
        return Reply.show(
                "cases/incident-form.jte",
                Map.of(
                        "form",
                        form,
                        "action",
                        action,
                        "amends",
                        amends,
                        "categories",
                        Arrays.stream(IncidentCategory.values()).map(Enum::name).toList(),
                        "gates",
                        choices.gates(form.compound()),
                        "people",
                        choices.operators().get().stream().map(each -> each.value()).toList()));
    }

    private Reply open(Visit visit) {
        IncidentForm form = IncidentForm.typed(visit);
        PageHandler again = _ -> form(form, PATH + "/new", false);
        Optional<IncidentFacts> facts = facts(visit, form);
        if (facts.isEmpty() || !choices.compounds().contains(form.compound())) {
            return refused(visit, again);
        }
        Optional<AlarmRef> alarm =
                IncidentChoices.alarmOf(form.alarm())
                        .filter(ref -> ref.compound().value().equals(form.compound()));
        Outcome outcome =
                incidents.open(
                        visit.who(),
                        new CompoundId(form.compound()),
                        facts.get(),
                        alarm.orElse(null));
        return Answering.to(
                visit, outcome, PATH + "/" + numberOf(outcome), "said.cases.opened", again);
    }

    private static int numberOf(Outcome outcome) {
        return outcome instanceof Outcome.Done(List<Entry> entries)
                        && entries.getFirst().body() instanceof IncidentEntry entry
                ? entry.number()
                : 0;
    }

    private Optional<IncidentFacts> facts(Visit visit, IncidentForm form) {
        return form.facts(
                choices.gateIds(form.compound()), choices.operators().get(), visit.zone());
    }

    private static Reply refused(Visit visit, PageHandler again) {
        return Answering.to(
                visit, new Outcome.Refused("refused.cases.form"), PATH, "said.done", again);
    }

    private Reply showAmend(Visit visit) {
        return with(visit, number -> incidents.view(visit.who(), number))
                .map(incident ->
                        form(
                                IncidentForm.of(incident, visit.zone()),
                                PATH + "/" + incident.number() + "/amend",
                                true))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    private Reply amend(Visit visit) {
        Optional<Incident> incident = with(visit, incidents::find);
        if (incident.isEmpty()) {
            return new Reply.Refused(Problem.NO_SUCH_THING);
        }
        int number = incident.get().number();
        IncidentForm form = IncidentForm.typed(visit).in(incident.get().compound().value());
        PageHandler again = _ -> form(form, PATH + "/" + number + "/amend", true);
        Optional<IncidentFacts> facts = facts(visit, form);
        return facts.isEmpty()
                ? refused(visit, again)
                : Answering.to(
                        visit,
                        incidents.amend(visit.who(), number, facts.get(), form.why()),
                        PATH + "/" + number,
                        "said.cases.amended",
                        again);
    }

    static <T> Optional<T> with(Visit visit, Function<Integer, Optional<T>> find) {
        String number = visit.path("number");
        return number.matches("[1-9][0-9]{0,8}")
                ? find.apply(Integer.valueOf(number))
                : Optional.empty();
    }
}
