package org.menfang.vocabulary;

/// What a door is meant to do now: the intent, not where its leaf is.
///
/// Names and meaning follow `DoorMode` of the ONVIF Door Control Service. Leaving by REX and the
/// release by fire work in every mode.
public enum DoorMode {
    /// Secured; a credential with a right releases it for a while.
    LOCKED,
    /// Released for everybody until somebody ends it.
    UNLOCKED,
    /// Released for one passage; falls back by itself.
    ACCESSED,
    /// Secured; no credential releases it.
    BLOCKED,
    /// Secured; nothing but the end of the lockdown makes it obey other commands.
    LOCKED_DOWN,
    /// Released; nothing but the end of the lock-open makes it obey other commands.
    LOCKED_OPEN
}
