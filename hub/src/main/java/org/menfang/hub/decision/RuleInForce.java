package org.menfang.hub.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;

/// A rule that binds people of a compound now, and who stands behind it.
///
/// @param rule its name
/// @param decision the number of the council's decision; none while there is none
/// @param executed who put it in force
/// @param checked who confirmed that, of another body
/// @param until when it is taken back, unless it is decided or renewed before; none for as long as
///   it is wanted
/// @param overdue whether it lasts longer than that
/// @param compound where it is in force; none where it is not known yet
public record RuleInForce(
        String rule,
        DecisionKind kind,
        String text,
        @Nullable Integer decision,
        OperatorName executed,
        OperatorName checked,
        Instant since,
        @Nullable Instant until,
        boolean overdue,
        @Nullable CompoundId compound) {

    RuleInForce supported(int number, @Nullable Instant end) {
        return new RuleInForce(
                rule, kind, text, number, executed, checked, since, end, false, compound);
    }

    RuleInForce late() {
        return new RuleInForce(
                rule, kind, text, decision, executed, checked, since, until, true, compound);
    }

    RuleInForce in(@Nullable CompoundId meant) {
        return new RuleInForce(
                rule, kind, text, decision, executed, checked, since, until, overdue, meant);
    }

    /// Whether its time is over.
    boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }

    /// Whether its time is over, and nobody has said so yet.
    boolean isLate(Instant now) {
        return isOver(now) && !overdue;
    }
}
