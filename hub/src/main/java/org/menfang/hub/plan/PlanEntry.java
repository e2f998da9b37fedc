package org.menfang.hub.plan;

import org.menfang.hub.book.EntryBody;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;

/// A change of where things stand on the plan.
public sealed interface PlanEntry extends EntryBody {
    /// Somebody said where something stands.
    ///
    /// @param x 0 to {@link Spot#ALONG_MAX}, from the left
    /// @param y 0 to {@link Spot#ALONG_MAX}, from the top
    record Placed(CompoundId compound, GateId gate, PlanItem.Kind kind, String id, int x, int y)
            implements PlanEntry {}

    /// Everything of a gate stands where the drawing itself puts it again.
    record Cleared(CompoundId compound, GateId gate) implements PlanEntry {}
}
