package org.menfang.hub.response;

import org.menfang.vocabulary.AlarmKind;

/// Which alarms may wait.
public final class CareRule {
    private CareRule() {}

    /// Whether alarms of a kind may be shelved, taken out of service, suppressed or folded. Where
    /// somebody may be in danger now, nothing is ever put aside.
    public static boolean mayWait(AlarmKind kind) {
        return switch (kind) {
            case FIRE, PANIC, DURESS, FORCED_OPEN -> false;
            case HELD_OPEN,
                    INTRUSION,
                    TAMPER,
                    LOST_CARD_SHOWN,
                    CREDENTIAL_LOCKED_OUT,
                    READER_GUESSED,
                    CARD_CLONED,
                    PASSBACK_VIOLATED,
                    OVERSTAYED,
                    QUOTA_CONFLICT,
                    RULES_REFUSED,
                    READER_FLOODED,
                    READER_FAILED,
                    INPUT_FAILED,
                    MAINS_LOST,
                    BATTERY_LOW,
                    UNDER_VOLTAGE,
                    LAMP_LINE_CUT,
                    LAMP_DEAD,
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
                    true;
        };
    }
}
