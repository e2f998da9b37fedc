package org.menfang.hub.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;

/// On what a rule that is in force stands. Where there is no compound, it is the hub's first one.
public sealed interface RuleEntry extends EntryBody {
    /// @param rule its name
    /// @param decision by which the council wants it; none for one that does not last
    /// @param until when it is taken back, unless it is decided or renewed before; none for as long
    ///   as it is wanted
    record InForce(
            String rule,
            DecisionKind kind,
            String text,
            @Nullable Integer decision,
            OperatorName executed,
            OperatorName checked,
            @Nullable Instant until,
            @Nullable CompoundId compound)
            implements RuleEntry {}

    /// The council has decided afterwards, or anew.
    ///
    /// @param until when that decision is over; none for as long as it is wanted
    record Supported(
            String rule, int decision, @Nullable Instant until, @Nullable CompoundId compound)
            implements RuleEntry {}

    /// It is in force longer than it may be.
    record Overdue(String rule, @Nullable CompoundId compound) implements RuleEntry {}

    record Ended(String rule, String reason, @Nullable CompoundId compound) implements RuleEntry {}
}
