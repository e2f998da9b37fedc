package org.menfang.gate;

/// A part of the gate that has deadlines.
public interface Timed {
    /// The nearest deadline; {@link MonotonicTime#NEVER} for none.
    MonotonicTime wakeAt();

    /// Does all that is due. Afterwards the nearest deadline lies ahead.
    void timeIsDue(Turn turn);
}
