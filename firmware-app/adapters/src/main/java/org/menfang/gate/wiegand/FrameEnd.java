package org.menfang.gate.wiegand;

import org.menfang.gate.CardBits;

/// What became of the pulses between two gaps.
sealed interface FrameEnd {
    /// All of them came, in possible time.
    record Whole(CardBits bits) implements FrameEnd {}

    /// They are no frame.
    ///
    /// @param bits how many of them were heard
    record Refused(Fault fault, int bits) implements FrameEnd {}

    /// Why pulses are no frame.
    enum Fault {
        /// The kernel says that edges are missing.
        EDGES_LOST,
        /// Fewer bits than any key or card has: noise, or a cut wire.
        TOO_SHORT,
        /// More bits than any card has.
        TOO_LONG,
        /// Pulses closer together, or farther apart, than a reader sends them; or the rest of a
        /// frame that ended before.
        BAD_TIMING
    }
}
