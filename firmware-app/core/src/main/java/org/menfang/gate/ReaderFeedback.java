package org.menfang.gate;

/// What a reader shows, in light and sound, to the person before it.
public enum ReaderFeedback {
    /// The card was read; the answer follows.
    READ,
    GRANTED,
    DENIED,
    /// The door should be closed now.
    CLOSE_THE_DOOR,
    /// Nothing to show.
    IDLE
}
