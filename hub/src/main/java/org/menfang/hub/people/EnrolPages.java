package org.menfang.hub.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.menfang.hub.board.Desk;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.Name;

/// Giving a card: choose a reader, tap the card there, choose the person.
public final class EnrolPages implements Section {
    private static final String ENROL = "/people/enrol";
    private static final int FOUND_MAX = 12;

    private final PeopleOffice office;
    private final Enrolment enrolment;

    public EnrolPages(PeopleOffice office, Desk desk) {
        this.office = office;
        this.enrolment = new Enrolment(desk);
    }

    @Override
    public void addTo(PageTable table) {
        table.get(ENROL, Right.KEEP_PEOPLE, this::show);
        table.post(ENROL, Right.KEEP_PEOPLE, this::begin);
        table.post(ENROL + "/give", Right.KEEP_PEOPLE, this::give);
        table.post(ENROL + "/end", Right.KEEP_PEOPLE, this::end);
    }

    private Reply show(Visit visit) {
        Map<String, Object> model = new HashMap<>();
        model.put("points", points());
        model.put("chosen", visit.query("for"));
        model.put("state", "choose");
        model.put("point", "");
        model.put("seconds", 0L);
        model.put("tail", "");
        model.put("known", "");
        model.put("knownPath", "");
        model.put("use", "");
        model.put("query", visit.query("q"));
        model.put("people", List.of());
        switch (enrolment.state(visit.who(), visit.now(), office::newest)) {
            case Enrolment.State.NothingAsked() -> {}
            case Enrolment.State.Waiting(AccessPointId point, long seconds) -> {
                model.put("state", "waiting");
                model.put("point", point.value());
                model.put("seconds", seconds);
            }
            case Enrolment.State.TimeOver(AccessPointId point) -> {
                model.put("state", "over");
                model.put("point", point.value());
            }
            case Enrolment.State.Read read -> fill(model, read, visit);
        }
        return Reply.show("people/enrol.jte", model);
    }

    private void fill(Map<String, Object> model, Enrolment.State.Read read, Visit visit) {
        HolderId known = read.known();
        model.put("state", known == null ? "read" : "known");
        model.put("point", read.point().value());
        model.put("tail", CardFormat.tail(read.card()));
        model.put("use", CardFormat.of(read.card()).use().name());
        if (known != null) {
            model.put("known", known.value());
            model.put("knownPath", PeopleList.path(read.compound(), known));
        } else if (CardFormat.of(read.card()).use() == CardFormat.Use.COPIED_IN_THE_STREET) {
            model.put("people", people(read.compound(), visit));
        }
    }

    /// Whom the card can be given to: those that were looked for, or the one whose page led here.
    private List<PersonRow> people(CompoundId compound, Visit visit) {
        String query = visit.query("q").isEmpty() ? visit.query("for") : visit.query("q");
        return office.newest(compound)
                .map(rules -> {
                    PeopleList list = new PeopleList(rules, office.names());
                    return list.find(query).stream()
                            .limit(FOUND_MAX)
                            .map(holder -> list.row(holder, new Telling(visit), Map.of()))
                            .toList();
                })
                .orElse(List.of());
    }

    /// Every access point that the rules name.
    private List<Choice> points() {
        return office.newestOfAll().stream()
                .flatMap(rules ->
                        named(rules).stream()
                                .map(point ->
                                        new Choice(
                                                rules.compound() + "/" + point,
                                                point + " (" + rules.compound() + ")")))
                .toList();
    }

    private static SortedSet<AccessPointId> named(RuleSet rules) {
        SortedSet<AccessPointId> points = new TreeSet<>();
        rules.gates().forEach(gate -> points.addAll(gate.accessPoints()));
        rules.profiles()
                .forEach(profile ->
                        profile.policies().forEach(policy -> points.add(policy.accessPoint())));
        return points;
    }

    private Reply begin(Visit visit) {
        String[] parts = visit.field("point").split("/", 2);
        if (parts.length != 2 || !Name.isValid(parts[0]) || !Name.isValid(parts[1])) {
            return Answering.to(
                    visit, new Outcome.Refused("refused.people.reader"), "", "", this::show);
        }
        CompoundId compound = new CompoundId(parts[0]);
        enrolment.begin(visit.who(), compound, new AccessPointId(parts[1]), visit.now());
        return Reply.onward(back(visit));
    }

    private Reply give(Visit visit) {
        String holder = visit.field("holder");
        if (!(enrolment.state(visit.who(), visit.now(), office::newest)
                instanceof Enrolment.State.Read read)) {
            return Answering.to(
                    visit, new Outcome.Refused("refused.people.no-tap"), "", "", this::show);
        }
        if (!Name.isValid(holder)) {
            return new Reply.Refused(Problem.NO_SUCH_THING);
        }
        HolderId to = new HolderId(holder);
        Outcome outcome = office.give(visit.who(), read.compound(), to, read.card());
        if (outcome instanceof Outcome.Done) {
            enrolment.end(visit.who());
        }
        return Answering.to(
                visit,
                outcome,
                PeopleList.path(read.compound(), to),
                "said.people.card-given",
                this::show);
    }

    private Reply end(Visit visit) {
        enrolment.end(visit.who());
        return Reply.onward(back(visit));
    }

    private static String back(Visit visit) {
        String person = visit.field("for");
        return Name.isValid(person) ? ENROL + "?for=" + person : ENROL;
    }
}
