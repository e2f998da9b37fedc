package org.menfang.hub.roster;

/// What one shift tells the next one about.
public enum HandOverKind {
    OPEN_ALARM,
    SHELVED_ALARM,
    ALARM_OUT_OF_SERVICE,
    /// Doors stand released because of fire.
    FIRE,
    LOCKDOWN,
    EVACUATION,
    PATROL_PRESENT,
    /// A door stands open past its time, or was forced.
    DOOR_OPEN,
    /// A person has set a door to stand unlocked.
    DOOR_UNLOCKED,
    /// A person has set a door to let nobody in.
    DOOR_BLOCKED,
    GATE_OFFLINE,
    CAMERA_LOST,
    LAMP_DEAD,
    ROUND_UNFINISHED,
    ROUND_MISSED,
    REPAIR_OPEN,
    VISITOR_INSIDE,
    OTHER
}
