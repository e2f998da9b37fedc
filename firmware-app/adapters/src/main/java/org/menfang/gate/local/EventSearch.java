package org.menfang.gate.local;

/// What came of looking for an event.
public sealed interface EventSearch {
    record Found(String text) implements EventSearch {}

    /// It was never written, or it is too old to be kept, or it is damaged.
    record NotKept() implements EventSearch {}

    /// The storage does not answer.
    record Unreadable(String why) implements EventSearch {}
}
