package org.menfang.hub.keep;

import java.time.Duration;
import org.menfang.vocabulary.EventStream;

/// How long events are kept, counted from when the hub heard them.
///
/// The `events` stream holds every passage; what is older tells where people were, and is of no use
/// any more. The `alarms` stream holds what GB 50396-2007 wants kept for 180 days.
public record Retention(int passageDays, int alarmDays) {
    public static final int PASSAGE_DAYS_MIN = 90;
    public static final int PASSAGE_DAYS_MAX = 365;
    public static final int ALARM_DAYS_MIN = 180;
    public static final int ALARM_DAYS_MAX = 730;

    public static final Retention DEFAULT = new Retention(PASSAGE_DAYS_MIN, ALARM_DAYS_MIN);

    public Retention {
        if (passageDays < PASSAGE_DAYS_MIN
                || passageDays > PASSAGE_DAYS_MAX
                || alarmDays < ALARM_DAYS_MIN
                || alarmDays > ALARM_DAYS_MAX) {
            throw new IllegalArgumentException(
                    "passages are kept %d to %d days, alarms %d to %d"
                            .formatted(
                                    PASSAGE_DAYS_MIN,
                                    PASSAGE_DAYS_MAX,
                                    ALARM_DAYS_MIN,
                                    ALARM_DAYS_MAX));
        }
    }

    Duration of(EventStream stream) {
        return switch (stream) {
            case EVENTS -> Duration.ofDays(passageDays);
            case ALARMS -> Duration.ofDays(alarmDays);
        };
    }
}
