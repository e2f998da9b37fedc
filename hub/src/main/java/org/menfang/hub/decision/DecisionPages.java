package org.menfang.hub.decision;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.Name;

/// The pages of the council: questions, votes, results, and the rules that stand on them.
public final class DecisionPages implements Section {
    private static final String PATH = "/decisions";
    private static final String SAID = "said.done";
    private static final int CLOSED_SHOWN_MAX = 50;
    private static final int NUMBER_DIGITS_MAX = 6;

    private final DecisionBook desk;
    private final RuleAuthority rules;
    private final Compounds compounds;

    public DecisionPages(DecisionBook desk, RuleAuthority rules, Compounds compounds) {
        this.desk = desk;
        this.rules = rules;
        this.compounds = compounds;
    }

    @Override
    public void addTo(PageTable table) {
        String one = PATH + "/{number}";
        table.get(PATH, Right.SEE_BOARD, this::showAll);
        table.post(PATH, Right.DECIDE, this::ask);
        table.get(one, Right.SEE_BOARD, this::showOne);
        table.post(one + "/votes", Right.DECIDE, this::vote);
        table.post(one + "/strike", Right.DECIDE, this::strike);
        table.post(one + "/close", Right.DECIDE, this::close);
        table.post(PATH + "/rules/{rule}", Right.DECIDE, this::support);
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(PATH, "rights.decisions", Right.SEE_BOARD));
    }

    private Reply showAll(Visit visit) {
        DecisionRows rows = new DecisionRows(visit, compounds.all().size() > 1);
        Optional<CompoundId> only = known(visit.query("compound"));
        Map<String, Object> model = new HashMap<>();
        model.put("compounds", compounds.all().stream().map(CompoundId::value).toList());
        model.put("compound", only.map(CompoundId::value).orElse(""));
        model.put(
                "rules",
                rules.inForce().stream()
                        .filter(each -> isOf(only, each.compound()))
                        .map(rows::rule)
                        .toList());
        model.put("open", decisions(desk.open(), only, rows));
        model.put("closed", decisions(desk.closed(CLOSED_SHOWN_MAX), only, rows));
        model.put("kinds", Arrays.stream(DecisionKind.values()).map(rows::kind).toList());
        model.put("mayDecide", visit.may(Right.DECIDE));
        model.put(
                "typed",
                new DecisionRows.Typed(
                        visit.field("text"),
                        visit.field("households"),
                        visit.field("quorum"),
                        visit.field("term")));
        return Reply.show("decision/decisions.jte", model);
    }

    private static List<DecisionRows.DecisionRow> decisions(
            List<Decision> all, Optional<CompoundId> only, DecisionRows rows) {
        return all.stream()
                .filter(each -> isOf(only, each.compound()))
                .map(rows::decision)
                .toList();
    }

    private static boolean isOf(Optional<CompoundId> only, @Nullable CompoundId compound) {
        return only.isEmpty() || only.get().equals(compound);
    }

    private Optional<CompoundId> known(String name) {
        return compounds.all().stream().filter(each -> each.value().equals(name)).findFirst();
    }

    private Reply ask(Visit visit) {
        Optional<DecisionKind> kind = kind(visit.field("kind"));
        String term = visit.field("term").strip();
        Outcome outcome =
                kind.isEmpty()
                        ? new Outcome.Refused("refused.rights.question")
                        : desk.ask(
                                visit.who(),
                                new Question(
                                        known(visit.field("compound")).orElse(null),
                                        kind.get(),
                                        visit.field("text"),
                                        number(visit.field("households")).orElse(0),
                                        number(visit.field("quorum")).orElse(0),
                                        term.isEmpty() ? null : number(term).orElse(0)));
        return Answering.to(visit, outcome, PATH, SAID, this::showAll);
    }

    private Reply showOne(Visit visit) {
        DecisionRows rows = new DecisionRows(visit, compounds.all().size() > 1);
        return number(visit.path("number"))
                .flatMap(desk::find)
                .map(found ->
                        (Reply)
                                Reply.show(
                                        "decision/decision.jte",
                                        Map.of(
                                                "decision",
                                                rows.decision(found),
                                                "votes",
                                                rows.votes(found),
                                                "mayDecide",
                                                found.state() == Decision.State.OPEN
                                                        && visit.may(Right.DECIDE),
                                                "typed",
                                                visit.field("households"))))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    private Reply vote(Visit visit) {
        List<HouseholdId> households = households(visit.field("households"));
        return onOne(
                visit,
                number ->
                        vote(visit.field("vote"))
                                .map(vote -> desk.vote(visit.who(), number, households, vote))
                                .orElseGet(() -> new Outcome.Refused("refused.rights.households")));
    }

    private Reply strike(Visit visit) {
        String household = visit.field("household");
        return onOne(
                visit,
                number ->
                        Name.isValid(household)
                                ? desk.strike(
                                        visit.who(),
                                        number,
                                        new HouseholdId(household),
                                        visit.field("reason"))
                                : new Outcome.Refused("refused.rights.not-voted"));
    }

    private Reply close(Visit visit) {
        return onOne(visit, number -> desk.close(visit.who(), number));
    }

    private Reply support(Visit visit) {
        int decision = number(visit.field("decision")).orElse(0);
        Outcome outcome =
                known(visit.field("compound"))
                        .or(() -> compounds.of(null))
                        .map(compound ->
                                rules.support(visit.who(), compound, visit.path("rule"), decision))
                        .orElseGet(() -> new Outcome.Refused("refused.rights.no-such-rule"));
        return Answering.to(visit, outcome, PATH, SAID, this::showAll);
    }

    private interface OnOne {
        Outcome on(int number);
    }

    private Reply onOne(Visit visit, OnOne act) {
        Optional<Integer> number = number(visit.path("number"));
        PageHandler again = this::showOne;
        return number.isEmpty()
                ? new Reply.Refused(Problem.NO_SUCH_THING)
                : Answering.to(visit, act.on(number.get()), PATH + "/" + number.get(), SAID, again);
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]+") && text.length() <= NUMBER_DIGITS_MAX
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    private static Optional<DecisionKind> kind(String text) {
        return Arrays.stream(DecisionKind.values())
                .filter(each -> each.name().equals(text))
                .findFirst();
    }

    private static Optional<Vote> vote(String text) {
        return Arrays.stream(Vote.values()).filter(each -> each.name().equals(text)).findFirst();
    }

    /// The numbers of households, however they are set apart; none if one of them is not in form.
    private static List<HouseholdId> households(String text) {
        List<String> parts =
                Arrays.stream(text.split("[\\s,，、;；]+", -1))
                        .filter(each -> !each.isEmpty())
                        .toList();
        return parts.stream().allMatch(Name::isValid)
                ? parts.stream().map(HouseholdId::new).toList()
                : List.of();
    }
}
