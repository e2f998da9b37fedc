package org.menfang.gate;

/// What a reader shows, in light and sound, to the person before it.
public enum ReaderFeedback {
    /// The card was read; the answer follows.
    READ,
    GRANTED,
    DENIED,
    /// The card is fine; now its PIN.
    ENTER_PIN,
    /// The first of two persons is fine; now the second.
    NEXT_PERSON,
    /// A key was taken.
    KEY_TAKEN,
    /// The door should be closed now.
    CLOSE_THE_DOOR,
    /// Nothing to show.
    IDLE
}
