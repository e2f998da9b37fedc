package org.menfang.vocabulary;

/// What a person asks of a door. Names follow the operations of the ONVIF Door Control Service.
public enum DoorAct {
    /// Release for one passage.
    ACCESS,
    LOCK,
    UNLOCK,
    BLOCK,
    LOCK_DOWN,
    LOCK_DOWN_RELEASE,
    LOCK_OPEN,
    LOCK_OPEN_RELEASE
}
