package org.menfang.hub.incident;

import org.menfang.vocabulary.AlarmKind;

/// What an incident is about. The things that are stolen here come first.
public enum IncidentCategory {
    E_BIKE,
    MOTORCYCLE,
    WHEEL,
    LAMP,
    WIRE,
    IRON_DOOR,
    FENCE,
    BREAK_IN,
    NOISE,
    QUARREL,
    FIRE,
    MEDICAL,
    OTHER;

    /// What an alarm of a kind most likely is, to begin with.
    static IncidentCategory of(AlarmKind kind) {
        return switch (kind) {
            case FORCED_OPEN, HELD_OPEN -> IRON_DOOR;
            case FIRE -> FIRE;
            case LAMP_LINE_CUT, INPUT_FAILED -> WIRE;
            case LAMP_DEAD -> LAMP;
            case INTRUSION, TAMPER, DURESS -> BREAK_IN;
            case PANIC -> QUARREL;
            case LOST_CARD_SHOWN,
                    CREDENTIAL_LOCKED_OUT,
                    READER_GUESSED,
                    CARD_CLONED,
                    PASSBACK_VIOLATED,
                    OVERSTAYED,
                    QUOTA_CONFLICT,
                    RULES_REFUSED,
                    READER_FLOODED,
                    READER_FAILED,
                    MAINS_LOST,
                    BATTERY_LOW,
                    UNDER_VOLTAGE,
                    CAMERA_LOST,
                    STORAGE_SLOW,
                    STORAGE_FAILED,
                    STORAGE_LOW,
                    CLOCK_NOT_TRUSTED,
                    SITE_FILE_REJECTED,
                    SAFE_MODE,
                    CHAIN_DIVERGED,
                    OUTPUT_FAILED,
                    INPUTS_DROPPED,
                    GATE_SILENT,
                    EVENTS_MISSING,
                    CHAIN_BROKEN ->
                    OTHER;
        };
    }
}
