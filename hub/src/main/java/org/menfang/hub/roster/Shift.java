package org.menfang.hub.roster;

/// One of the three shifts of a day.
public enum Shift {
    EARLY,
    LATE,
    NIGHT
}
