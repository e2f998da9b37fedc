package org.menfang.gate.hardware;

import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.ReaderId;

/// What a board knows of a reader besides what that delivers.
public sealed interface ReaderState {
    ReaderId reader();

    /// A reader on two wires.
    ///
    /// @param zeroHigh the level of D0 now; none where it cannot be read
    /// @param oneHigh the level of D1 now
    /// @param whole frames that were whole
    /// @param edgesLost frames refused since edges of them were lost
    /// @param tooShort frames refused with fewer bits than a key or a card has
    /// @param tooLong frames refused with more bits than a card has
    /// @param badTiming frames refused since no reader sends pulses like that
    /// @param lastRefusedBits how many bits the last refused frame had; 0 where none was refused
    record OnWires(
            ReaderId reader,
            @Nullable Boolean zeroHigh,
            @Nullable Boolean oneHigh,
            long whole,
            long edgesLost,
            long tooShort,
            long tooLong,
            long badTiming,
            int lastRefusedBits)
            implements ReaderState {
        /// All frames that were refused.
        public long refused() {
            return edgesLost + tooShort + tooLong + badTiming;
        }
    }

    /// A reader on a line that readers share.
    ///
    /// @param fault the name of what keeps it from being heard; empty where nothing does
    /// @param faultWords the same for a person
    /// @param powerFailed whether it says that its supply is bad
    record OnLine(
            ReaderId reader,
            boolean online,
            String fault,
            String faultWords,
            boolean tamper,
            boolean powerFailed)
            implements ReaderState {}
}
