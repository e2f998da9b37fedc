package org.menfang.hub.response;

import java.util.List;
import java.util.stream.IntStream;
import org.menfang.vocabulary.AlarmKind;

/// Where the words of the alarm guide stand. A kind of which a volunteer can do nothing would be an
/// event and no alarm, so each has at least one step.
public final class AlarmGuide {
    /// More than that nobody keeps in mind on the way.
    public static final int STEPS_MAX = 3;

    private AlarmGuide() {}

    static String key(AlarmKind kind, String what) {
        return "alarms.guide." + kind + "." + what;
    }

    /// The keys of what a volunteer does, in their order.
    public static List<String> stepKeys(AlarmKind kind) {
        return IntStream.rangeClosed(1, steps(kind))
                .mapToObj(step -> key(kind, "step." + step))
                .toList();
    }

    private static int steps(AlarmKind kind) {
        return switch (kind) {
            case STORAGE_SLOW, STORAGE_LOW, SITE_FILE_REJECTED -> 1;
            case RULES_REFUSED,
                    CLOCK_NOT_TRUSTED,
                    SAFE_MODE,
                    CHAIN_DIVERGED,
                    INPUTS_DROPPED,
                    EVENTS_MISSING ->
                    2;
            case FORCED_OPEN,
                    HELD_OPEN,
                    FIRE,
                    PANIC,
                    INTRUSION,
                    TAMPER,
                    LOST_CARD_SHOWN,
                    DURESS,
                    CREDENTIAL_LOCKED_OUT,
                    READER_GUESSED,
                    CARD_CLONED,
                    PASSBACK_VIOLATED,
                    OVERSTAYED,
                    QUOTA_CONFLICT,
                    READER_FLOODED,
                    READER_FAILED,
                    INPUT_FAILED,
                    MAINS_LOST,
                    BATTERY_LOW,
                    UNDER_VOLTAGE,
                    LAMP_LINE_CUT,
                    LAMP_DEAD,
                    CAMERA_LOST,
                    STORAGE_FAILED,
                    OUTPUT_FAILED,
                    GATE_SILENT,
                    CHAIN_BROKEN ->
                    3;
        };
    }
}
