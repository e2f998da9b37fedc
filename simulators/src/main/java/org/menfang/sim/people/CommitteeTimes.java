package org.menfang.sim.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import org.menfang.rules.SpecialDays;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SpecialDaysId;

/// The schedules of the simulated compound.
final class CommitteeTimes {
    static final ScheduleId ALWAYS = new ScheduleId("always");
    static final ScheduleId CLINIC_HOURS = new ScheduleId("clinic-hours");
    static final ScheduleId CLINIC_CLOSED = new ScheduleId("clinic-closed");
    static final ScheduleId DELIVERY_HOURS = new ScheduleId("delivery-hours");
    static final ScheduleId SCHOOL_RUN = new ScheduleId("school-run");
    static final ScheduleId NIGHT = new ScheduleId("night");
    static final ScheduleId DAYTIME = new ScheduleId("daytime");

    /// When nobody is about, so that a thief would have the shed to himself.
    static final ScheduleId QUIET = new ScheduleId("quiet");

    static final ScheduleId SMALL_HOURS = new ScheduleId("small-hours");

    private static final SpecialDaysId HOLIDAYS = new SpecialDaysId("holidays");
    private static final List<DayOfWeek> DAYS = List.copyOf(Arrays.asList(DayOfWeek.values()));

    private CommitteeTimes() {}

    static List<SpecialDays> specialDays() {
        return List.of(
                new SpecialDays(
                        HOLIDAYS,
                        List.of(
                                new SpecialDays.Days(null, null, MonthDay.of(10, 1)),
                                new SpecialDays.Days(
                                        LocalDate.of(2027, 2, 5),
                                        LocalDate.of(2027, 2, 11),
                                        null))));
    }

    static List<WeeklySchedule> schedules() {
        return List.of(
                weekly(ALWAYS, period(DAYS, "00:00", "24:00")),
                new WeeklySchedule(
                        CLINIC_HOURS,
                        List.of(period(DAYS.subList(0, 6), "08:00", "18:00")),
                        List.of(
                                new WeeklySchedule.SpecialPeriods(
                                        HOLIDAYS,
                                        List.of(
                                                new WeeklySchedule.Span(
                                                        minute("09:00"), minute("12:00")))))),
                weekly(
                        CLINIC_CLOSED,
                        period(DAYS, "18:00", "08:00"),
                        period(DAYS.subList(6, 7), "08:00", "18:00")),
                weekly(DELIVERY_HOURS, period(DAYS, "07:00", "21:00")),
                new WeeklySchedule(
                        SCHOOL_RUN,
                        List.of(
                                period(DAYS.subList(0, 5), "07:00", "08:00"),
                                period(DAYS.subList(0, 5), "16:00", "17:00")),
                        List.of(new WeeklySchedule.SpecialPeriods(HOLIDAYS, List.of()))),
                weekly(NIGHT, period(DAYS, "23:00", "07:00")),
                weekly(DAYTIME, period(DAYS, "06:00", "23:00")),
                weekly(QUIET, period(DAYS, "20:30", "06:30")),
                weekly(SMALL_HOURS, period(DAYS, "01:00", "05:00")));
    }

    private static WeeklySchedule weekly(ScheduleId id, WeeklySchedule.Period... periods) {
        return new WeeklySchedule(id, List.of(periods));
    }

    private static WeeklySchedule.Period period(List<DayOfWeek> days, String from, String until) {
        return new WeeklySchedule.Period(List.copyOf(days), minute(from), minute(until));
    }

    private static int minute(String time) {
        return Integer.parseInt(time, 0, 2, 10) * 60 + Integer.parseInt(time, 3, 5, 10);
    }
}
