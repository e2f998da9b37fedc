package org.menfang.rules;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.SpecialDaysId;

/// Days on which schedules hold other times than in a usual week.
public record SpecialDays(SpecialDaysId id, List<Days> days) {
    public SpecialDays {
        days = List.copyOf(days);
    }

    /// Days by date, or one day of every year; either `from` and `until`, or `everyYear`.
    ///
    /// @param from the first day
    /// @param until the last day, which still counts
    /// @param everyYear a day that comes back each year; the 29th of February in leap years only
    public record Days(
            @Nullable LocalDate from, @Nullable LocalDate until, @Nullable MonthDay everyYear) {
        public Days {
            boolean byDate = from != null && until != null && everyYear == null;
            boolean yearly = from == null && until == null && everyYear != null;
            if (!byDate && !yearly) {
                throw new IllegalArgumentException("special days have two dates, or one a year");
            }
            if (from != null && until != null && until.isBefore(from)) {
                throw new IllegalArgumentException("days end before they begin: " + from);
            }
        }
    }
}
