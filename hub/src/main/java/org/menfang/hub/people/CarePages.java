package org.menfang.hub.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageHandler;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.Name;
import org.menfang.vocabulary.OperatorName;

/// Those who asked to be looked after: for the committee all of them, for a neighbour the own ones.
public final class CarePages implements Section {
    private static final String ALL = "/people/care";
    private static final String OWN = "/care";

    private final PeopleOffice office;
    private final CareWatch care;

    public CarePages(PeopleOffice office, CareWatch care) {
        this.office = office;
        this.care = care;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(ALL, Right.KEEP_PEOPLE, this::all);
        table.post(ALL, Right.KEEP_PEOPLE, this::ask);
        table.post(ALL + "/pause", Right.KEEP_PEOPLE, visit -> pause(visit, ALL, this::all));
        table.post(ALL + "/end", Right.KEEP_PEOPLE, this::end);
        table.get(OWN, Right.HELP_VISITORS, this::own);
        table.post(OWN + "/pause", Right.HELP_VISITORS, this::pauseOwn);
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(OWN, "people.care.title", Right.HELP_VISITORS));
    }

    private Reply all(Visit visit) {
        Map<String, Object> model = new HashMap<>();
        Telling telling = new Telling(visit);
        model.put("lines", lines(care.people(), telling));
        model.put("action", ALL);
        model.put(
                "compounds",
                office.newestOfAll().stream().map(each -> each.compound().value()).toList());
        model.put("askers", Choice.of(CareEntry.AskedBy.values(), "people.care.by.", telling));
        return Reply.show("people/care.jte", model);
    }

    private Reply own(Visit visit) {
        List<Cared.Person> mine =
                care.people().stream()
                        .filter(person -> person.neighbour().equals(visit.who()))
                        .toList();
        return Reply.show(
                "people/care.jte",
                Map.of(
                        "lines",
                        lines(mine, new Telling(visit)),
                        "action",
                        OWN,
                        "compounds",
                        List.of(),
                        "askers",
                        List.of()));
    }

    private List<CareLine> lines(List<Cared.Person> people, Telling telling) {
        People names = office.names();
        return people.stream().map(person -> line(person, names, telling)).toList();
    }

    private CareLine line(Cared.Person person, People names, Telling telling) {
        Optional<Person> named = names.find(person.compound(), person.holder());
        Instant now = telling.visit().now();
        Instant told = person.toldAt();
        String last =
                care.lastPassage(person, now)
                        .map(at -> telling.text("people.care.last", "age", telling.age(at)))
                        .orElse(telling.text("people.care.no-last"));
        return new CareLine(
                person.compound().value(),
                person.holder().value(),
                named.map(Person::name).orElse(person.holder().value()),
                named.map(each -> each.household() + " " + each.address()).orElse(""),
                person.neighbour().value(),
                last,
                now.isBefore(person.pausedUntil()) ? telling.day(person.pausedUntil()) : "",
                told == null ? "" : telling.text("people.care.told", "age", telling.age(told)));
    }

    private Reply ask(Visit visit) {
        Optional<CareEntry.Asked> asked = asked(visit);
        Outcome outcome =
                asked.isEmpty()
                        ? new Outcome.Refused("refused.people.care-form")
                        : care.ask(visit.who(), asked.get());
        return Answering.to(visit, outcome, ALL, "said.done", this::all);
    }

    private Optional<CareEntry.Asked> asked(Visit visit) {
        String holder = visit.field("holder");
        Optional<CareEntry.AskedBy> by =
                Arrays.stream(CareEntry.AskedBy.values())
                        .filter(each -> each.name().equals(visit.field("by")))
                        .findFirst();
        if (visit.field("consent").isEmpty() || !Name.isValid(holder) || by.isEmpty()) {
            return Optional.empty();
        }
        try {
            OperatorName neighbour = new OperatorName(visit.field("neighbour"));
            return office.newestOfAll().stream()
                    .filter(set -> set.compound().value().equals(visit.field("compound")))
                    .filter(set -> HolderEdits.find(set, new HolderId(holder)).isPresent())
                    .map(RuleSet::compound)
                    .map(compound ->
                            new CareEntry.Asked(
                                    compound, new HolderId(holder), neighbour, by.get()))
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Reply pauseOwn(Visit visit) {
        boolean mine =
                care.people().stream()
                        .anyMatch(person ->
                                person.neighbour().equals(visit.who())
                                        && person.holder().value().equals(visit.field("holder"))
                                        && person.compound()
                                                .value()
                                                .equals(visit.field("compound")));
        return mine ? pause(visit, OWN, this::own) : new Reply.Refused(Problem.NOT_YOURS);
    }

    private Reply pause(Visit visit, String onward, PageHandler again) {
        Outcome outcome;
        try {
            Instant until =
                    LocalDate.parse(visit.field("until"))
                            .plusDays(1)
                            .atStartOfDay(visit.zone())
                            .toInstant();
            outcome =
                    on(
                            visit,
                            (compound, holder) -> care.pause(visit.who(), compound, holder, until));
        } catch (DateTimeParseException e) {
            outcome = new Outcome.Refused("refused.people.day");
        }
        return Answering.to(visit, outcome, onward, "said.done", again);
    }

    private Reply end(Visit visit) {
        Outcome outcome = on(visit, (compound, holder) -> care.end(visit.who(), compound, holder));
        return Answering.to(visit, outcome, ALL, "said.done", this::all);
    }

    private interface Act {
        Outcome on(CompoundId compound, HolderId holder);
    }

    private static Outcome on(Visit visit, Act act) {
        String compound = visit.field("compound");
        String holder = visit.field("holder");
        return Name.isValid(compound) && Name.isValid(holder)
                ? act.on(new CompoundId(compound), new HolderId(holder))
                : new Outcome.Refused("refused.people.no-care");
    }
}
