package org.menfang.gate.door;

import org.jspecify.annotations.Nullable;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;

/// A leaf as its monitor shows it, without the bounces of the contact: a new place counts once the
/// leaf has been still in it for {@link Limits#LEAF_STILL}.
///
/// @param open the place that counts
/// @param movesAt when the other place will count; none while the leaf is where it counts
record Leaf(boolean open, @Nullable MonotonicTime movesAt) {
    static final Leaf CLOSED = new Leaf(false, null);

    /// The monitor says something.
    Leaf reported(boolean nowOpen, MonotonicTime now) {
        if (nowOpen == open) {
            return new Leaf(open, null);
        }
        return movesAt == null ? new Leaf(open, now.plus(Limits.LEAF_STILL)) : this;
    }

    boolean hasMoved(MonotonicTime now) {
        return movesAt != null && !now.isBefore(movesAt);
    }

    Leaf moved() {
        return new Leaf(!open, null);
    }

    boolean isStill() {
        return movesAt == null;
    }
}
