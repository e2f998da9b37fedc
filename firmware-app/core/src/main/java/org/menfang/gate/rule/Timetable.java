package org.menfang.gate.rule;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.BitSet;
import org.menfang.rules.WeeklySchedule;

/// A weekly schedule, ready to be asked: one bit for each minute of the week.
///
/// It is asked with the time that a clock on the wall shows. So an hour that is skipped in spring
/// never comes, and an hour that is repeated in autumn holds twice.
public final class Timetable {
    private final BitSet minutes = new BitSet(7 * WeeklySchedule.MINUTES_A_DAY);

    Timetable(WeeklySchedule schedule) {
        for (WeeklySchedule.Period period : schedule.periods()) {
            for (DayOfWeek day : period.days()) {
                int midnight = midnightOf(day);
                minutes.set(midnight + period.fromMinute(), midnight + period.untilMinute());
            }
        }
    }

    /// @param local what a clock on the compound's wall shows
    public boolean holdsAt(LocalDateTime local) {
        return minutes.get(
                midnightOf(local.getDayOfWeek()) + local.getHour() * 60 + local.getMinute());
    }

    private static int midnightOf(DayOfWeek day) {
        return (day.getValue() - 1) * WeeklySchedule.MINUTES_A_DAY;
    }
}
