package org.menfang.hub.roster;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// When the shifts of a day begin. Each lasts until the next one begins, so that a day never has a
/// minute that is nobody's.
public record ShiftTimes(LocalTime early, LocalTime late, LocalTime night) {
    public static final ShiftTimes DEFAULT =
            new ShiftTimes(LocalTime.of(7, 0), LocalTime.of(15, 0), LocalTime.of(23, 0));

    public static final int SHIFT_MINUTES_MIN = 120;
    private static final long DAY_MINUTES = Duration.ofDays(1).toMinutes();

    public LocalTime begin(Shift shift) {
        return switch (shift) {
            case EARLY -> early;
            case LATE -> late;
            case NIGHT -> night;
        };
    }

    /// The shifts of a day in the order in which they begin: a night that begins at midnight is the
    /// first one.
    List<Slot> slots(LocalDate date) {
        return Arrays.stream(Shift.values())
                .sorted(Comparator.comparing(this::begin))
                .map(shift -> new Slot(date, shift))
                .toList();
    }

    /// Whether no shift is shorter than {@link #SHIFT_MINUTES_MIN}, and they follow each other in
    /// the order of their names.
    boolean areSound() {
        long toLate = minutes(early, late);
        long toNight = minutes(late, night);
        long toEarly = minutes(night, early);
        return toLate >= SHIFT_MINUTES_MIN
                && toNight >= SHIFT_MINUTES_MIN
                && toEarly >= SHIFT_MINUTES_MIN
                && toLate + toNight + toEarly == DAY_MINUTES;
    }

    private static long minutes(LocalTime from, LocalTime to) {
        return Math.floorMod(Duration.between(from, to).toMinutes(), DAY_MINUTES);
    }
}
