package org.menfang.gate.i2c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.menfang.site.Metering;

/// What the values of a line mean, one after the other. The loop of these tables hangs on 3.3 V
/// over 2.2 kilohm, and ends in 2.2 kilohm with the same once more in parallel to a closed contact.
class LoopScaleTest {
    private static final Metering LOOP = new Metering.Loop(800, 1_925, 2_750, 50);
    private static final Metering THRESHOLD = new Metering.Threshold(150, 10);

    @Test
    void a_loop_is_short_low_high_or_open() {
        check(
                LOOP,
                """
                first 0     SHORT
                first 799   SHORT
                first 800   LOW
                first 1650  LOW
                first 1924  LOW
                first 1925  HIGH
                first 2200  HIGH
                first 2749  HIGH
                first 2750  OPEN
                first 3300  OPEN
                """);
    }

    @Test
    void a_value_on_a_bound_does_not_chatter() {
        check(
                LOOP,
                """
                first 1650  LOW
                then  1930  LOW
                then  1974  LOW
                then  1975  HIGH
                then  1925  HIGH
                then  1875  HIGH
                then  1874  LOW
                then  1925  LOW
                """);
    }

    @Test
    void a_wire_that_is_cut_or_short_is_seen_from_everywhere() {
        check(
                LOOP,
                """
                first 1650  LOW
                then  3300  OPEN
                then  0     SHORT
                then  3300  OPEN
                then  2710  OPEN
                then  2699  HIGH
                then  2799  HIGH
                then  2800  OPEN
                then  780   LOW
                then  749   SHORT
                then  849   SHORT
                then  850   LOW
                """);
    }

    @Test
    void a_threshold_has_two_sides() {
        check(
                THRESHOLD,
                """
                first 0     LOW
                then  159   LOW
                then  160   HIGH
                then  140   HIGH
                then  139   LOW
                then  -5    LOW
                first 150   HIGH
                """);
    }

    private static void check(Metering metering, String table) {
        LoopScale scale = LoopScale.of(metering);
        int[] band = {0};
        table.lines()
                .forEach(row -> {
                    String[] words = row.split(" +", 3);
                    int value = Integer.parseInt(words[1]);
                    band[0] =
                            words[0].equals("first")
                                    ? scale.bands().of(value)
                                    : scale.bands().after(band[0], value);
                    assertEquals(words[2], scale.state(band[0]).name(), row);
                });
    }
}
