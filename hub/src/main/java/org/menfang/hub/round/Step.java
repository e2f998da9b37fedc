package org.menfang.hub.round;

/// What becomes of an act on a round.
public sealed interface Step {
    /// @param round as it is now
    record Taken(Round round) implements Step {}

    /// It says what is known already.
    record Known() implements Step {}

    /// @param key of the text that says why and what to do next
    record Refused(String key) implements Step {}
}
