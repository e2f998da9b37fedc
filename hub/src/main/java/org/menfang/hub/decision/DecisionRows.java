package org.menfang.hub.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.page.Times;
import org.menfang.hub.page.Visit;
import org.menfang.hub.page.Wording;
import org.menfang.hub.rights.Right;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;

/// What the council's pages show, in words.
public final class DecisionRows {
    private final Visit visit;
    private final boolean several;

    /// @param several whether the hub has several compounds, so that each has to be named
    DecisionRows(Visit visit, boolean several) {
        this.visit = visit;
        this.several = several;
    }

    /// What was typed into the form for a new question.
    public record Typed(String text, String households, String quorum, String term) {}

    /// An answer to choose from.
    public record Choice(String code, String name) {}

    /// A question.
    ///
    /// @param good whether it has passed
    /// @param closedBy empty while it is open
    /// @param compound empty where the hub has only one
    /// @param term how long it holds, in words; empty for as long as it is wanted
    public record DecisionRow(
            int number,
            String kind,
            String text,
            int households,
            int quorum,
            int yes,
            int no,
            int abstain,
            String state,
            boolean open,
            boolean good,
            String askedBy,
            String askedAt,
            String closedBy,
            String closedAt,
            String compound,
            String term) {
        public int cast() {
            return yes + no + abstain;
        }
    }

    /// A vote of a household.
    public record VoteRow(String household, String vote, String by, String at) {}

    /// A rule in force.
    ///
    /// @param decision the number of the decision; empty for none
    /// @param until empty where it may last
    /// @param compound where it is in force; goes back with a form
    /// @param place the same, empty where the hub has only one
    public record RuleRow(
            String rule,
            String kind,
            String text,
            String decision,
            String executed,
            String checked,
            String since,
            String until,
            boolean overdue,
            String compound,
            String place) {}

    Choice kind(DecisionKind kind) {
        return new Choice(kind.name(), visit.text("rights.decision.kind." + kind));
    }

    DecisionRow decision(Decision decision) {
        OperatorName closedBy = decision.closedBy();
        return new DecisionRow(
                decision.number(),
                visit.text("rights.decision.kind." + decision.kind()),
                decision.text(),
                decision.households(),
                decision.quorum(),
                decision.count(Vote.YES),
                decision.count(Vote.NO),
                decision.count(Vote.ABSTAIN),
                visit.text("rights.decision.state." + decision.state()),
                decision.state() == Decision.State.OPEN,
                decision.state() == Decision.State.PASSED,
                decision.askedBy().value(),
                at(decision.askedAt()),
                closedBy == null ? "" : closedBy.value(),
                at(decision.closedAt()),
                several ? name(decision.compound()) : "",
                term(decision));
    }

    /// How each household voted, for those who may see it.
    List<VoteRow> votes(Decision decision) {
        if (!visit.may(Right.SEE_RECORDS) && !visit.may(Right.DECIDE)) {
            return List.of();
        }
        return decision.votes().stream()
                .map(each ->
                        new VoteRow(
                                each.household().value(),
                                visit.text("rights.decision.vote." + each.vote()),
                                each.recordedBy().value(),
                                at(each.at())))
                .toList();
    }

    RuleRow rule(RuleInForce rule) {
        Integer decision = rule.decision();
        return new RuleRow(
                rule.rule(),
                visit.text("rights.decision.kind." + rule.kind()),
                rule.text(),
                decision == null ? "" : decision.toString(),
                rule.executed().value(),
                rule.checked().value(),
                at(rule.since()),
                at(rule.until()),
                rule.overdue(),
                name(rule.compound()),
                several ? name(rule.compound()) : "");
    }

    private String term(Decision decision) {
        Integer days = decision.termDays();
        if (days == null) {
            return "";
        }
        String ends = at(decision.endsAt());
        return Wording.fill(visit.text("rights.decision.days"), "n", days)
                + (ends.isEmpty() ? "" : " · " + ends);
    }

    private static String name(@Nullable CompoundId compound) {
        return compound == null ? "" : compound.value();
    }

    private String at(@Nullable Instant instant) {
        return instant == null ? "" : Times.minute(instant, visit.zone());
    }
}
