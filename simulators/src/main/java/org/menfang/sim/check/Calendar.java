package org.menfang.sim.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SpecialDays;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SpecialDaysId;

/// Schedules read as a person reads them on the wall: what holds on this day, and what of the day
/// before goes on over midnight.
final class Calendar {
    private final ZoneId zone;
    private final RuleSet rules;

    Calendar(ZoneId zone, RuleSet rules) {
        this.zone = zone;
        this.rules = rules;
    }

    /// Minutes of the day on which they begin; an end up to the beginning lies in the next day.
    private record Span(int from, int until) {
        boolean holds(int minute) {
            return until > from ? minute >= from && minute < until : minute >= from;
        }

        boolean goesOnTo(int minuteOfTheNextDay) {
            return until <= from && minuteOfTheNextDay < until;
        }
    }

    boolean isWithin(ScheduleId id, Instant at) {
        ZonedDateTime local = at.atZone(zone);
        int minute = local.getHour() * 60 + local.getMinute();
        LocalDate day = local.toLocalDate();
        return rules.schedules().stream()
                .filter(schedule -> schedule.id().equals(id))
                .anyMatch(schedule ->
                        spans(schedule, day).anyMatch(span -> span.holds(minute))
                                || spans(schedule, day.minusDays(1))
                                        .anyMatch(span -> span.goesOnTo(minute)));
    }

    private Stream<Span> spans(WeeklySchedule schedule, LocalDate day) {
        Optional<WeeklySchedule.SpecialPeriods> special =
                schedule.special().stream()
                        .filter(periods -> isSpecial(periods.days(), day))
                        .findFirst();
        return special.isPresent()
                ? special.get().spans().stream()
                        .map(span -> new Span(span.fromMinute(), span.untilMinute()))
                : schedule.periods().stream()
                        .filter(period -> period.days().contains(day.getDayOfWeek()))
                        .map(period -> new Span(period.fromMinute(), period.untilMinute()));
    }

    private boolean isSpecial(SpecialDaysId id, LocalDate day) {
        return rules.specialDays().stream()
                .filter(days -> days.id().equals(id))
                .map(SpecialDays::days)
                .flatMap(List::stream)
                .anyMatch(days -> holds(days, day));
    }

    private static boolean holds(SpecialDays.Days days, LocalDate day) {
        LocalDate from = days.from();
        LocalDate until = days.until();
        return MonthDay.from(day).equals(days.everyYear())
                || (from != null && until != null && !day.isBefore(from) && !day.isAfter(until));
    }
}
