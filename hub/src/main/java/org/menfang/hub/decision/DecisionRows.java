package org.menfang.hub.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.page.Times;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.vocabulary.OperatorName;

/// What the council's pages show, in words.
public final class DecisionRows {
    private final Visit visit;

    DecisionRows(Visit visit) {
        this.visit = visit;
    }

    /// What was typed into the form for a new question.
    public record Typed(String text, String households, String quorum) {}

    /// An answer to choose from.
    public record Choice(String code, String name) {}

    /// A question.
    ///
    /// @param good whether it has passed
    /// @param closedBy empty while it is open
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
            String closedAt) {
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
    public record RuleRow(
            String rule,
            String kind,
            String text,
            String decision,
            String executed,
            String checked,
            String since,
            String until,
            boolean overdue) {}

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
                at(decision.closedAt()));
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
                rule.overdue());
    }

    private String at(@Nullable Instant instant) {
        return instant == null ? "" : Times.minute(instant, visit.zone());
    }
}
