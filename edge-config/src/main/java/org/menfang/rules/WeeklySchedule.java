package org.menfang.rules;

import java.time.DayOfWeek;
import java.util.List;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SpecialDaysId;

/// Times of the week, in the compound's own time zone, and what holds instead on special days.
///
/// @param special what holds on special days; where a day is special twice, the first decides
public record WeeklySchedule(ScheduleId id, List<Period> periods, List<SpecialPeriods> special) {
    public static final int MINUTES_A_DAY = 24 * 60;

    public WeeklySchedule {
        periods = List.copyOf(periods);
        special = List.copyOf(special);
    }

    /// The same in every week.
    public WeeklySchedule(ScheduleId id, List<Period> periods) {
        this(id, periods, List.of());
    }

    /// A stretch of time that begins on certain days. One that ends at or before the minute of its
    /// beginning goes on over midnight into the next day.
    ///
    /// @param days the days of the week on which it begins
    /// @param fromMinute the first minute of the day in which it holds, 0 to 1439
    /// @param untilMinute the first minute in which it no longer holds, 0 to 1440
    public record Period(List<DayOfWeek> days, int fromMinute, int untilMinute) {
        public Period {
            days = List.copyOf(days);
            check(fromMinute, untilMinute);
        }
    }

    /// What holds on special days, whatever day of the week they are.
    ///
    /// @param spans the times that begin on such a day; none: the schedule does not hold at all
    public record SpecialPeriods(SpecialDaysId days, List<Span> spans) {
        public SpecialPeriods {
            spans = List.copyOf(spans);
        }
    }

    /// A stretch of time of one day, as in {@link Period}.
    public record Span(int fromMinute, int untilMinute) {
        public Span {
            check(fromMinute, untilMinute);
        }
    }

    private static void check(int fromMinute, int untilMinute) {
        if (fromMinute < 0
                || fromMinute >= MINUTES_A_DAY
                || untilMinute < 0
                || untilMinute > MINUTES_A_DAY) {
            throw new IllegalArgumentException(
                    "minutes of a day: " + fromMinute + " to " + untilMinute);
        }
    }
}
