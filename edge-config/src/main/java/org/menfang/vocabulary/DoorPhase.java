package org.menfang.vocabulary;

/// Where a door is in its cycle, as the controller believes.
public enum DoorPhase {
    /// Locked and closed.
    SECURED,
    /// Unlocked and still closed.
    RELEASED,
    /// Open, within its time.
    OPEN,
    /// Open, and soon past its time: the warning sounds.
    PRE_ALARM,
    /// Open past its time.
    HELD,
    /// Opened with no grant.
    FORCED
}
