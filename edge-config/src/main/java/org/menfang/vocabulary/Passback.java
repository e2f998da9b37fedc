package org.menfang.vocabulary;

/// What an area does when somebody comes in who, as far as the gate knows, is already inside.
/// Nobody is ever kept from leaving by it.
public enum Passback {
    OFF,
    /// The passage is granted and an alarm is raised.
    SOFT,
    /// The passage is denied.
    HARD
}
