package org.menfang.gate.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.menfang.rules.SpecialDays;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.SpecialDaysId;

/// A weekly schedule, ready to be asked: one bit for each minute of each kind of day.
///
/// It is asked with the time that a clock on the wall shows. So an hour that is skipped in spring
/// never comes, and an hour that is repeated in autumn holds twice.
///
/// A stretch of time belongs to the day on which it begins. So one that goes on over midnight into
/// a special day still ends when it ends, and one that begins on a special day goes on into the
/// usual day after it.
public final class Timetable {
    /// How many days ahead of today a change is looked for.
    public static final int LOOK_AHEAD_DAYS = 8;

    private final List<DayTimes> week;
    private final List<SpecialTimes> special = new ArrayList<>();

    /// From this minute of a day on nothing goes on from the day before.
    private final int goesOnUntil;

    private final boolean always;

    /// @throws IllegalArgumentException if the schedule names special days that are not there
    Timetable(WeeklySchedule schedule, Map<SpecialDaysId, SpecialDays> days) {
        week = Stream.generate(DayTimes::new).limit(DayOfWeek.values().length).toList();
        for (WeeklySchedule.Period period : schedule.periods()) {
            for (DayOfWeek day : period.days()) {
                usual(day).add(period.fromMinute(), period.untilMinute());
            }
        }
        for (WeeklySchedule.SpecialPeriods each : schedule.special()) {
            SpecialDays named = days.get(each.days());
            if (named == null) {
                throw new IllegalArgumentException("there are no special days " + each.days());
            }
            special.add(new SpecialTimes(named, each.spans()));
        }
        goesOnUntil =
                Stream.concat(week.stream(), special.stream().map(SpecialTimes::times))
                        .mapToInt(DayTimes::goesOnUntil)
                        .max()
                        .orElse(0);
        always =
                special.isEmpty()
                        && Stream.of(DayOfWeek.values())
                                .allMatch(day -> usual(day).isWhole(usual(day.minus(1))));
    }

    /// @param local what a clock on the compound's wall shows
    public boolean holdsAt(LocalDateTime local) {
        LocalDate day = local.toLocalDate();
        int minute = minuteOf(local);
        return timesOf(day).holdsAt(minute)
                || (minute < goesOnUntil && timesOf(day.minusDays(1)).goesOnAt(minute));
    }

    /// Whether it holds in every minute of every day.
    public boolean holdsAlways() {
        return always;
    }

    /// When it next begins or ends to hold, to the minute; none if that does not come within {@link
    /// #LOOK_AHEAD_DAYS}. Stretches that touch each other are one.
    public Optional<LocalDateTime> nextChange(LocalDateTime local) {
        boolean held = holdsAt(local);
        int fromMinute = minuteOf(local) + 1;
        LocalDate today = local.toLocalDate();
        for (int ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
            LocalDate day = today.plusDays(ahead);
            BitSet minutes = timesOf(day).after(timesOf(day.minusDays(1)));
            int change = held ? minutes.nextClearBit(fromMinute) : minutes.nextSetBit(fromMinute);
            if (change >= 0 && change < WeeklySchedule.MINUTES_A_DAY) {
                return Optional.of(day.atStartOfDay().plusMinutes(change));
            }
            fromMinute = 0;
        }
        return Optional.empty();
    }

    /// When the stretch that holds now ends; none if it does not hold now, or does not end within
    /// {@link #LOOK_AHEAD_DAYS}.
    public Optional<LocalDateTime> endsAt(LocalDateTime local) {
        return holdsAt(local) ? nextChange(local) : Optional.empty();
    }

    /// What begins on a day: of two special days that are the same day, the first decides.
    private DayTimes timesOf(LocalDate day) {
        for (SpecialTimes each : special) {
            if (each.has(day)) {
                return each.times();
            }
        }
        return usual(day.getDayOfWeek());
    }

    private DayTimes usual(DayOfWeek day) {
        return week.get(day.getValue() - 1);
    }

    private static int minuteOf(LocalDateTime local) {
        return local.getHour() * 60 + local.getMinute();
    }
}
