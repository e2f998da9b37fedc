package org.menfang.gate.suncalc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.gate.port.SunTimes.SunDay;
import org.menfang.site.GeographicPlace;

class SuncalcSunTimesTest {
    private static final GeographicPlace BEIJING = new GeographicPlace(39.9042, 116.4074);
    private static final GeographicPlace TROMSO = new GeographicPlace(69.6492, 18.9553);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");
    private static final Duration TOLERANCE = Duration.ofMinutes(3);

    private final SuncalcSunTimes sunTimes = new SuncalcSunTimes();

    @ParameterizedTest
    @CsvSource({
        "2026-03-20, 06:17, 18:26",
        "2026-06-21, 04:46, 19:46",
        "2026-09-23, 06:03, 18:10",
        "2026-12-21, 07:32, 16:53"
    })
    void the_sun_of_beijing_is_within_minutes_of_the_almanac(
            LocalDate day, LocalTime sunrise, LocalTime sunset) {
        SunDay sun = sunTimes.on(day, BEIJING, CHINA);
        checkNear(day.atTime(sunrise).atZone(CHINA).toInstant(), sun.sunrise());
        checkNear(day.atTime(sunset).atZone(CHINA).toInstant(), sun.sunset());
        assertFalse(sun.upAllDay());
    }

    @Test
    void the_sun_does_not_set_in_a_polar_summer() {
        SunDay sun = sunTimes.on(LocalDate.of(2026, 6, 21), TROMSO, NORWAY);
        assertNull(sun.sunrise());
        assertNull(sun.sunset());
        assertTrue(sun.upAllDay());
    }

    @Test
    void the_sun_does_not_rise_in_a_polar_winter() {
        SunDay sun = sunTimes.on(LocalDate.of(2026, 12, 21), TROMSO, NORWAY);
        assertNull(sun.sunrise());
        assertNull(sun.sunset());
        assertFalse(sun.upAllDay());
    }

    @Test
    void the_same_question_has_the_same_answer() {
        LocalDate day = LocalDate.of(2026, 11, 22);
        assertEquals(sunTimes.on(day, BEIJING, CHINA), sunTimes.on(day, BEIJING, CHINA));
    }

    private static void checkNear(Instant expected, @Nullable Instant actual) {
        assertNotNull(actual);
        Duration difference = Duration.between(expected, actual).abs();
        assertTrue(
                difference.compareTo(TOLERANCE) <= 0,
                () -> actual + " is " + difference + " from " + expected);
    }
}
