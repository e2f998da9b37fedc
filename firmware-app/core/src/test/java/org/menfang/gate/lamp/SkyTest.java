package org.menfang.gate.lamp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.menfang.gate.Samples;
import org.menfang.gate.port.SunTimes;
import org.menfang.site.LampPlan;

/// Sunrise at 06:00, sunset at 18:00, ten minutes of light on either side.
class SkyTest {
    private static final LampPlan LAMP = Samples.site().lamps().getFirst();

    @Test
    void dusk_and_dawn_are_true_to_the_second() {
        Sky sky = new Sky(Samples.site(), Samples.SUN);
        String table =
                """
                2026-11-22T16:00:00Z dark
                2026-11-22T22:09:59Z dark
                2026-11-22T22:10:00Z light
                2026-11-23T09:49:59Z light
                2026-11-23T09:50:00Z dark
                2026-11-23T15:59:59Z dark
                """;
        for (String line : table.lines().toList()) {
            String[] words = line.split("\\s+", -1);
            boolean dark = sky.isDarkFor(LAMP, Instant.parse(words[0]));
            assertEquals(words[1], dark ? "dark" : "light", line);
        }
    }

    @Test
    void where_the_sun_does_not_rise_or_set_it_is_dark_or_light_all_day() {
        SunTimes polarDay = (_, _, _) -> new SunTimes.SunDay(null, null, true);
        SunTimes polarNight = (_, _, _) -> new SunTimes.SunDay(null, null, false);
        assertEquals(false, new Sky(Samples.site(), polarDay).isDarkFor(LAMP, Samples.NOON));
        assertEquals(true, new Sky(Samples.site(), polarNight).isDarkFor(LAMP, Samples.NOON));
    }
}
