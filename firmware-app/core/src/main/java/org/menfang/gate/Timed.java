package org.menfang.gate;

import java.time.Instant;

/// A part of the gate that has deadlines.
public interface Timed {
    /// The nearest deadline; {@link MonotonicTime#NEVER} for none.
    MonotonicTime wakeAt();

    /// The nearest border in wall time, where something is due too; {@link Instant#MAX} for none,
    /// as for everything while the wall clock is not trusted.
    default Instant wakeAtWall() {
        return Instant.MAX;
    }

    /// Does all that is due. Afterwards the nearest deadline and the nearest border lie ahead.
    void timeIsDue(Turn turn);
}
