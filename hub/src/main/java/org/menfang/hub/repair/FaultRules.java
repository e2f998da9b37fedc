package org.menfang.hub.repair;

import java.time.Duration;
import java.util.Optional;
import org.menfang.vocabulary.AlarmKind;

/// Which alarms are faults that somebody has to mend, and how long each lasts before it makes a
/// repair by itself: a blink makes none.
final class FaultRules {
    /// So long a gate has to say that a fault is gone before its repair is closed.
    static final Duration GONE = Duration.ofMinutes(10);

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration MINUTES = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);

    private FaultRules() {}

    /// Empty for what is no fault of a thing.
    static Optional<Duration> repairAfter(AlarmKind kind) {
        return switch (kind) {
            case LAMP_LINE_CUT,
                    OUTPUT_FAILED,
                    STORAGE_FAILED,
                    READER_FAILED,
                    INPUT_FAILED,
                    BATTERY_LOW ->
                    Optional.of(SOON);
            case LAMP_DEAD, CAMERA_LOST, SAFE_MODE, GATE_SILENT, READER_FLOODED, UNDER_VOLTAGE ->
                    Optional.of(MINUTES);
            case STORAGE_LOW, STORAGE_SLOW, CLOCK_NOT_TRUSTED -> Optional.of(HOUR);
            case FORCED_OPEN,
                    HELD_OPEN,
                    FIRE,
                    PANIC,
                    INTRUSION,
                    TAMPER,
                    MAINS_LOST,
                    LOST_CARD_SHOWN,
                    DURESS,
                    CREDENTIAL_LOCKED_OUT,
                    READER_GUESSED,
                    CARD_CLONED,
                    PASSBACK_VIOLATED,
                    OVERSTAYED,
                    QUOTA_CONFLICT,
                    RULES_REFUSED,
                    SITE_FILE_REJECTED,
                    CHAIN_DIVERGED,
                    INPUTS_DROPPED,
                    EVENTS_MISSING,
                    CHAIN_BROKEN ->
                    Optional.empty();
        };
    }
}
