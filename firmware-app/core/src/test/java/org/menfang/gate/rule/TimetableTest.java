package org.menfang.gate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.menfang.rules.SpecialDays;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SpecialDaysId;

/// The 23rd of November 2026 is a Monday.
final class TimetableTest {
    private static final List<DayOfWeek> EVERY_DAY = List.of(DayOfWeek.values());
    private static final WeeklySchedule.Period ALWAYS = period(EVERY_DAY, "00:00-24:00");

    private final Map<SpecialDaysId, SpecialDays> days = new TreeMap<>();
    private final List<WeeklySchedule.SpecialPeriods> special = new ArrayList<>();

    @Test
    void a_day_has_several_periods_each_true_to_the_minute() {
        holds(
                timetable(
                        period(List.of(DayOfWeek.MONDAY), "08:00-12:00"),
                        period(List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), "14:00-24:00")),
                """
                2026-11-23T07:59:59.999 no
                2026-11-23T08:00        yes
                2026-11-23T11:59:59.999 yes
                2026-11-23T12:00        no
                2026-11-23T14:00        yes
                2026-11-23T23:59:59.999 yes
                2026-11-24T00:00        no
                2026-11-24T09:00        no
                2026-11-22T13:59        no
                2026-11-22T23:59        yes
                """);
    }

    @Test
    void a_period_goes_on_over_midnight_and_over_the_end_of_the_week() {
        holds(
                timetable(
                        period(List.of(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY), "22:00-06:00"),
                        period(List.of(DayOfWeek.WEDNESDAY), "08:00-08:00")),
                """
                2026-11-27T21:59 no
                2026-11-27T22:00 yes
                2026-11-28T00:00 yes
                2026-11-28T05:59 yes
                2026-11-28T06:00 no
                2026-11-28T22:00 no
                2026-11-29T22:00 yes
                2026-11-30T05:59 yes
                2026-11-30T06:00 no
                2026-11-25T07:59 no
                2026-11-25T08:00 yes
                2026-11-26T07:59 yes
                2026-11-26T08:00 no
                """);
    }

    @Test
    void special_days_hold_instead_of_the_week() {
        special("closed", on("2026-11-23", "2026-11-23"));
        special("short", "10:00-11:00", on("2026-12-31", "2027-01-02"), yearly("--05-01"));
        holds(
                timetable(period(EVERY_DAY, "08:00-18:00")),
                """
                2026-11-22T10:30 yes
                2026-11-23T10:30 no
                2026-11-24T10:30 yes
                2026-12-30T12:00 yes
                2026-12-31T10:00 yes
                2026-12-31T12:00 no
                2027-01-01T10:59 yes
                2027-01-02T11:00 no
                2027-01-03T11:00 yes
                2027-05-01T09:00 no
                2028-05-01T10:00 yes
                2028-05-02T09:00 yes
                """);
    }

    @Test
    void of_two_special_days_the_first_decides() {
        special("first", "01:00-02:00", on("2026-11-23", "2026-11-24"));
        special("second", "03:00-04:00", on("2026-11-24", "2026-11-25"));
        holds(
                timetable(),
                """
                2026-11-23T01:00 yes
                2026-11-24T01:00 yes
                2026-11-24T03:00 no
                2026-11-25T01:00 no
                2026-11-25T03:00 yes
                """);
    }

    @Test
    void the_29th_of_february_is_special_in_leap_years_only() {
        special("leap", "12:00-13:00", yearly("--02-29"));
        holds(
                timetable(ALWAYS),
                """
                2027-02-28T08:00 yes
                2027-03-01T08:00 yes
                2028-02-28T08:00 yes
                2028-02-29T08:00 no
                2028-02-29T12:00 yes
                2028-03-01T08:00 yes
                2100-03-01T08:00 yes
                """);
    }

    @Test
    void a_stretch_belongs_to_the_day_on_which_it_begins() {
        special("night", "20:00-02:00", on("2026-11-24", "2026-11-24"));
        holds(
                timetable(period(EVERY_DAY, "22:00-06:00")),
                """
                2026-11-24T05:59 yes
                2026-11-24T06:00 no
                2026-11-24T20:00 yes
                2026-11-25T01:59 yes
                2026-11-25T02:00 no
                2026-11-25T05:59 no
                2026-11-25T22:00 yes
                """);
    }

    @Test
    void ranges_of_special_days_may_overlap_in_any_order() {
        special(
                "many",
                on("2026-11-10", "2026-11-12"),
                on("2026-11-01", "2026-11-05"),
                on("2026-11-04", "2026-11-11"),
                on("2026-11-20", "2026-11-20"),
                on("2026-11-02", "2026-11-03"));
        holds(
                timetable(ALWAYS),
                """
                2026-10-31T12:00 yes
                2026-11-01T12:00 no
                2026-11-05T12:00 no
                2026-11-09T12:00 no
                2026-11-12T12:00 no
                2026-11-13T12:00 yes
                2026-11-20T12:00 no
                2026-11-21T12:00 yes
                """);
    }

    @Test
    void the_next_change_is_known_some_days_ahead() {
        special("closed", on("2026-11-26", "2026-11-26"));
        changes(
                timetable(
                        period(List.of(DayOfWeek.MONDAY), "08:00-12:00"),
                        period(List.of(DayOfWeek.MONDAY), "12:00-13:00"),
                        period(List.of(DayOfWeek.WEDNESDAY), "22:00-06:00"),
                        period(List.of(DayOfWeek.THURSDAY), "10:00-11:00")),
                """
                2026-11-23T07:00    2026-11-23T08:00 -
                2026-11-23T07:59:59 2026-11-23T08:00 -
                2026-11-23T08:00    2026-11-23T13:00 2026-11-23T13:00
                2026-11-23T12:59:59 2026-11-23T13:00 2026-11-23T13:00
                2026-11-23T13:00    2026-11-25T22:00 -
                2026-11-25T23:30    2026-11-26T06:00 2026-11-26T06:00
                2026-11-26T06:00    2026-11-30T08:00 -
                """);
    }

    @Test
    void what_never_changes_has_no_next_change() {
        changes(timetable(ALWAYS), "2026-11-23T08:00 - -");
        changes(timetable(period(EVERY_DAY, "08:00-08:00")), "2026-11-23T07:00 - -");
        changes(timetable(), "2026-11-23T08:00 - -");
        special("far", on("2026-12-03", "2026-12-03"));
        changes(
                timetable(ALWAYS),
                """
                2026-11-24T23:59 -                -
                2026-11-25T00:00 2026-12-03T00:00 2026-12-03T00:00
                """);
    }

    @Test
    void the_next_change_is_the_first_minute_that_differs() {
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            days.clear();
            special.clear();
            LocalDate first = LocalDate.of(2028, 2, 20).plusDays(random.nextInt(14));
            special("a", span(random), on(first.toString(), first.plusDays(2).toString()));
            special("b", yearly("--02-29"));
            Timetable timetable =
                    timetable(
                            period(List.of(DayOfWeek.of(1 + random.nextInt(7))), span(random)),
                            period(List.of(DayOfWeek.of(1 + random.nextInt(7))), span(random)));
            LocalDateTime from =
                    first.minusDays(3).atStartOfDay().plusMinutes(random.nextInt(9000));
            assertEquals(walked(timetable, from), timetable.nextChange(from).orElse(null));
        }
    }

    @Test
    void an_hour_that_is_skipped_never_comes_and_one_that_is_repeated_holds_twice() {
        // On 29 March 2026 Berlin goes from 02:00 to 03:00; on 25 October from 03:00 back to 02:00.
        Timetable timetable = timetable(period(EVERY_DAY, "02:00-03:00"));
        String table =
                """
                2026-03-28T01:30:00Z yes
                2026-03-29T00:59:59Z no
                2026-03-29T01:00:00Z no
                2026-10-25T00:00:00Z yes
                2026-10-25T00:59:59Z yes
                2026-10-25T01:00:00Z yes
                2026-10-25T01:59:59Z yes
                2026-10-25T02:00:00Z no
                """;
        for (String line : table.lines().toList()) {
            String[] words = line.split("\\s+", -1);
            LocalDateTime local =
                    LocalDateTime.ofInstant(Instant.parse(words[0]), ZoneId.of("Europe/Berlin"));
            assertEquals(words[1].equals("yes"), timetable.holdsAt(local), line);
        }
    }

    @Test
    void with_other_time_zone_data_the_schedule_follows_the_clock_on_the_wall() {
        // China left daylight saving time in 1991; data that still had it would show an hour more.
        Timetable timetable = timetable(period(EVERY_DAY, "08:00-18:00"));
        Instant instant = Instant.parse("2026-07-01T23:30:00Z");
        LocalDateTime standard = LocalDateTime.ofInstant(instant, ZoneOffset.ofHours(8));
        LocalDateTime summer = LocalDateTime.ofInstant(instant, ZoneOffset.ofHours(9));
        assertEquals(false, timetable.holdsAt(standard));
        assertEquals(true, timetable.holdsAt(summer));
    }

    @Test
    void special_days_that_are_not_there_make_no_timetable() {
        special("gone", on("2026-11-23", "2026-11-23"));
        days.clear();
        assertThrows(IllegalArgumentException.class, () -> timetable(ALWAYS));
    }

    private static @Nullable LocalDateTime walked(Timetable timetable, LocalDateTime from) {
        LocalDateTime end =
                from.toLocalDate().plusDays(Timetable.LOOK_AHEAD_DAYS + 1).atStartOfDay();
        for (LocalDateTime each = from; each.isBefore(end); each = each.plusMinutes(1)) {
            if (timetable.holdsAt(each) != timetable.holdsAt(from)) {
                return each;
            }
        }
        return null;
    }

    private static String span(Random random) {
        return "%02d:%02d-%02d:00"
                .formatted(random.nextInt(24), random.nextInt(60), random.nextInt(25));
    }

    private static void holds(Timetable timetable, String table) {
        for (String line : table.lines().toList()) {
            String[] words = line.split("\\s+", -1);
            LocalDateTime local = LocalDateTime.parse(words[0]);
            assertEquals(words[1], timetable.holdsAt(local) ? "yes" : "no", line);
        }
    }

    /// Time, next change, end of the stretch that holds.
    private static void changes(Timetable timetable, String table) {
        for (String line : table.lines().toList()) {
            String[] words = line.split("\\s+", -1);
            LocalDateTime local = LocalDateTime.parse(words[0]);
            String next = timetable.nextChange(local).map(LocalDateTime::toString).orElse("-");
            String end = timetable.endsAt(local).map(LocalDateTime::toString).orElse("-");
            assertEquals(List.of(words[1], words[2]), List.of(next, end), line);
        }
    }

    private Timetable timetable(WeeklySchedule.Period... periods) {
        ScheduleId id = new ScheduleId("schedule");
        return new Timetable(new WeeklySchedule(id, List.of(periods), special), days);
    }

    /// Special days on which nothing holds.
    private void special(String name, SpecialDays.Days... on) {
        SpecialDaysId id = new SpecialDaysId(name);
        days.put(id, new SpecialDays(id, List.of(on)));
        special.add(new WeeklySchedule.SpecialPeriods(id, List.of()));
    }

    private void special(String name, String span, SpecialDays.Days... on) {
        SpecialDaysId id = new SpecialDaysId(name);
        days.put(id, new SpecialDays(id, List.of(on)));
        special.add(
                new WeeklySchedule.SpecialPeriods(
                        id, List.of(new WeeklySchedule.Span(minute(span, 0), minute(span, 1)))));
    }

    private static SpecialDays.Days on(String from, String until) {
        return new SpecialDays.Days(LocalDate.parse(from), LocalDate.parse(until), null);
    }

    private static SpecialDays.Days yearly(String day) {
        return new SpecialDays.Days(null, null, MonthDay.parse(day));
    }

    private static WeeklySchedule.Period period(List<DayOfWeek> days, String span) {
        return new WeeklySchedule.Period(days, minute(span, 0), minute(span, 1));
    }

    private static int minute(String span, int end) {
        String[] time = span.split("-", -1)[end].split(":", -1);
        return Integer.parseInt(time[0]) * 60 + Integer.parseInt(time[1]);
    }
}
