package org.menfang.rules;

import java.time.DayOfWeek;
import java.util.List;
import org.menfang.vocabulary.ScheduleId;

/// Times of the week, in the compound's own time zone.
public record WeeklySchedule(ScheduleId id, List<Period> periods) {
    public static final int MINUTES_A_DAY = 24 * 60;

    public WeeklySchedule {
        periods = List.copyOf(periods);
    }

    /// A stretch of time within one day.
    ///
    /// @param days the days of the week on which it holds
    /// @param fromMinute the first minute of the day in which it holds, 0 to 1439
    /// @param untilMinute the first minute of the day in which it no longer holds, up to 1440
    public record Period(List<DayOfWeek> days, int fromMinute, int untilMinute) {
        public Period {
            days = List.copyOf(days);
            if (fromMinute < 0 || untilMinute <= fromMinute || untilMinute > MINUTES_A_DAY) {
                throw new IllegalArgumentException(
                        "a period lies within one day: " + fromMinute + " to " + untilMinute);
            }
        }
    }
}
