package org.menfang.hub.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterPlanTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T22:59:59Z, 2026-11-22 NIGHT",
        "2026-11-22T23:00:00Z, 2026-11-23 EARLY",
        "2026-11-23T06:59:59Z, 2026-11-23 EARLY",
        "2026-11-23T07:00:00Z, 2026-11-23 LATE",
        "2026-11-23T15:00:00Z, 2026-11-23 NIGHT",
        "2026-11-23T17:00:00Z, 2026-11-23 NIGHT"
    })
    void each_moment_lies_in_one_shift(Instant now, String slot) {
        RosterPlan plan = new RosterPlan(ZoneId.of("Asia/Shanghai"));
        assertEquals(slot, plan.at(now).date() + " " + plan.at(now).shift());
    }

    @Test
    void a_night_from_midnight_belongs_to_the_day_that_begins() {
        RosterPlan plan = new RosterPlan(ZoneId.of("Asia/Shanghai"));
        plan.setTimes(
                LocalDate.of(2026, 11, 24),
                new ShiftTimes(LocalTime.of(8, 0), LocalTime.of(16, 0), LocalTime.MIDNIGHT));
        Slot evening = new Slot(LocalDate.of(2026, 11, 23), Shift.NIGHT);
        Slot night = new Slot(LocalDate.of(2026, 11, 24), Shift.NIGHT);
        assertEquals(night, plan.next(evening));
        assertEquals(Duration.ofHours(1), Duration.between(plan.begin(evening), plan.end(evening)));
        assertEquals(new Slot(LocalDate.of(2026, 11, 24), Shift.EARLY), plan.next(night));
    }

    @Test
    void shifts_follow_each_other_without_a_gap_where_clocks_change() {
        RosterPlan plan = new RosterPlan(ZoneId.of("Europe/Berlin"));
        plan.setTimes(
                LocalDate.of(2026, 1, 1),
                new ShiftTimes(LocalTime.of(10, 30), LocalTime.of(18, 30), LocalTime.of(2, 30)));
        // The night of 29 March has no half past two, that of 25 October has two of them.
        Slot spring = new Slot(LocalDate.of(2026, 3, 29), Shift.NIGHT);
        assertEquals(Instant.parse("2026-03-29T01:30:00Z"), plan.begin(spring));
        assertEquals(Duration.ofHours(7), Duration.between(plan.begin(spring), plan.end(spring)));
        Slot autumn = new Slot(LocalDate.of(2026, 10, 25), Shift.NIGHT);
        assertEquals(Duration.ofHours(9), Duration.between(plan.begin(autumn), plan.end(autumn)));
        assertEquals(autumn, plan.at(plan.begin(autumn).plus(Duration.ofHours(8))));
    }

    @ParameterizedTest
    @CsvSource({
        "07:00, 15:00, 23:00, true",
        "08:00, 16:00, 00:00, true",
        "07:00, 15:00, 05:00, true",
        "07:00, 15:00, 05:01, false",
        "07:00, 08:59, 23:00, false",
        "07:00, 07:00, 07:00, false",
        "15:00, 07:00, 23:00, false"
    })
    void times_are_taken_in_their_order(
            LocalTime early, LocalTime late, LocalTime night, boolean sound) {
        if (sound) {
            assertTrue(new ShiftTimes(early, late, night).areSound());
        } else {
            assertFalse(new ShiftTimes(early, late, night).areSound());
        }
    }
}
