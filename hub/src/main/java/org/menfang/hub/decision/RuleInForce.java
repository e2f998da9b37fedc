package org.menfang.hub.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.OperatorName;

/// A rule that binds people now, and who stands behind it.
///
/// @param rule its name
/// @param decision the number of the council's decision; none while there is none
/// @param executed who put it in force
/// @param checked who confirmed that, of another body
/// @param until it may last so long without a decision; none for as long as it is wanted
/// @param overdue whether it lasts longer than that
public record RuleInForce(
        String rule,
        DecisionKind kind,
        String text,
        @Nullable Integer decision,
        OperatorName executed,
        OperatorName checked,
        Instant since,
        @Nullable Instant until,
        boolean overdue) {

    RuleInForce supported(int number) {
        return new RuleInForce(rule, kind, text, number, executed, checked, since, null, false);
    }

    RuleInForce late() {
        return new RuleInForce(rule, kind, text, decision, executed, checked, since, until, true);
    }

    boolean isLate(Instant now) {
        return until != null && !now.isBefore(until) && !overdue;
    }
}
