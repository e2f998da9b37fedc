package org.menfang.hub.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.OperatorName;

/// On what a rule that is in force stands.
public sealed interface RuleEntry extends EntryBody {
    /// @param rule its name
    /// @param decision by which the council wants it; none for one that does not last
    /// @param until without a decision it may last so long; none for as long as it is wanted
    record InForce(
            String rule,
            DecisionKind kind,
            String text,
            @Nullable Integer decision,
            OperatorName executed,
            OperatorName checked,
            @Nullable Instant until)
            implements RuleEntry {}

    /// The council has decided afterwards.
    record Supported(String rule, int decision) implements RuleEntry {}

    /// It is in force longer than it may be without a decision.
    record Overdue(String rule) implements RuleEntry {}

    record Ended(String rule, String reason) implements RuleEntry {}
}
