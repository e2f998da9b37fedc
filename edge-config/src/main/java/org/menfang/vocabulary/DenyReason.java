package org.menfang.vocabulary;

/// Why a passage was denied. Every denial carries exactly one.
public enum DenyReason {
    /// The credential is not in the access table.
    UNKNOWN_CREDENTIAL,
    /// The reader delivered bits that are not a card: wrong length or parity.
    UNREADABLE_CREDENTIAL,
    /// The credential's validity has not begun.
    NOT_YET_VALID,
    /// The credential's validity has ended.
    EXPIRED,
    /// The credential or its holder is suspended for now.
    SUSPENDED,
    /// The credential was reported lost.
    LOST,
    /// No profile of the holder names this access point.
    NOT_PERMITTED_HERE,
    /// A profile names this access point, but not at this time.
    NOT_PERMITTED_NOW,
    /// The door is blocked.
    DOOR_BLOCKED,
    /// The door is locked down.
    DOOR_LOCKED_DOWN,
    /// The decision needs the wall clock, and the wall clock is not trusted.
    TIME_NOT_TRUSTED,
    /// The decision needs to be on disk first, and storage fails.
    STORAGE_FAILED
}
