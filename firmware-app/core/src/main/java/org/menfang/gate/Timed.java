package org.menfang.gate;

import java.util.Optional;

/// A part of the gate that has deadlines.
public interface Timed {
    /// The nearest deadline; empty for none.
    Optional<MonotonicTime> wakeAt();

    /// Does all that is due. Afterwards the nearest deadline lies ahead.
    void timeIsDue(Turn turn);
}
