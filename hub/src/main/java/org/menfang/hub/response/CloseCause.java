package org.menfang.hub.response;

/// What an alarm turned out to be: the closed list that a note begins with.
public enum CloseCause {
    /// Somebody did it who may not: theft, break-in, damage.
    OFFENCE,
    /// Somebody was in danger or needed help.
    EMERGENCY,
    /// A resident or a visitor by mistake: held the door, forgot the card.
    MISTAKE,
    /// Moving house, building, deliveries.
    WORK,
    /// A device is broken.
    FAULT,
    /// Wind, rain, frost, animals, no power.
    NATURE,
    /// An exercise or a test.
    EXERCISE,
    /// Nothing was found.
    FALSE_ALARM,
    OTHER
}
