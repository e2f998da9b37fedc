package org.menfang.gate.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.menfang.gate.MonotonicTime;

/// Each line is a time, what happens, and where the arm is to be from then on: `up` or `down`.
/// `lies` and `left` are its monitor, `car` and `free` its loop, `dumb` a loop that says nothing
/// any more, `grant` and `lock` the door. A grant lasts 5 seconds at least, and the way has to be
/// clear for 2.
class ArmTest {
    private static final Duration RELEASE = Duration.ofSeconds(5);

    @Test
    void a_vehicle_drives_through_and_the_arm_comes_down_behind_it() {
        check(
                """
                0s   left  -> up
                0s   free  -> up
                2s   tick  -> down
                5s   lies  -> down
                10s  grant -> up
                11s  left  -> up
                11s  lock  -> up
                12s  car   -> up
                17s  tick  -> up
                18s  free  -> up
                19s  tick  -> up
                20s  tick  -> down
                23s  lies  -> down
                """);
    }

    @Test
    void an_arm_that_comes_down_goes_up_again_when_something_is_under_it() {
        check(
                """
                0s   left  -> up
                0s   free  -> up
                10s  grant -> up
                11s  lock  -> up
                15s  tick  -> down
                16s  car   -> up
                30s  tick  -> up
                31s  free  -> up
                33s  tick  -> down
                """);
    }

    @Test
    void an_arm_comes_down_on_nobody_that_leaves_the_loop_for_a_moment() {
        check(
                """
                0s   left  -> up
                0s   free  -> up
                1s   car   -> up
                2s   free  -> up
                3s   car   -> up
                4s   tick  -> up
                5s   free  -> up
                7s   tick  -> down
                """);
    }

    @Test
    void a_vehicle_before_an_arm_that_lies_does_not_raise_it() {
        check(
                """
                0s   left  -> up
                0s   free  -> up
                2s   tick  -> down
                5s   lies  -> down
                10s  car   -> down
                20s  free  -> down
                """);
    }

    @Test
    void nothing_comes_down_while_nobody_knows_what_is_under_it() {
        check(
                """
                0s   tick  -> up
                60s  tick  -> up
                61s  free  -> up
                63s  tick  -> down
                64s  dumb  -> up
                99s  tick  -> up
                """);
    }

    @Test
    void a_monitor_that_is_stuck_brings_the_arm_down_on_nothing() {
        check(
                """
                0s   lies  -> up
                0s   free  -> up
                2s   tick  -> down
                10s  grant -> up
                11s  car   -> up
                12s  lock  -> up
                60s  tick  -> up
                61s  free  -> up
                63s  tick  -> down
                75s  car   -> up
                """);
    }

    @Test
    void a_monitor_that_says_too_early_that_the_arm_lies_is_not_believed() {
        check(
                """
                0s   left  -> up
                0s   free  -> up
                2s   tick  -> down
                3s   lies  -> down
                4s   car   -> up
                9s   left  -> up
                10s  free  -> up
                12s  tick  -> down
                14s  lies  -> down
                17s  car   -> up
                18s  left  -> up
                20s  free  -> up
                22s  tick  -> down
                23s  lies  -> down
                28s  car   -> down
                """);
    }

    @Test
    void an_arm_that_somebody_lifts_off_a_vehicle_stays_up() {
        check(
                """
                0s   left  -> up
                0s   free  -> up
                2s   tick  -> down
                5s   lies  -> down
                20s  car   -> down
                21s  left  -> up
                30s  free  -> up
                32s  tick  -> down
                """);
    }

    private static void check(String table) {
        Arm[] arm = {Arm.UNKNOWN};
        table.lines()
                .forEach(row -> {
                    String[] words = row.split(" +", 4);
                    MonotonicTime now =
                            MonotonicTime.START.plus(
                                    Duration.ofSeconds(Long.parseLong(words[0].replace("s", ""))));
                    arm[0] = after(arm[0], words[1], now);
                    assertEquals(words[3], arm[0].up() ? "up" : "down", row);
                });
    }

    private static Arm after(Arm arm, String event, MonotonicTime now) {
        return switch (event) {
            case "grant" -> arm.wants(true, RELEASE, now);
            case "lock" -> arm.wants(false, RELEASE, now);
            case "lies" -> arm.lying(true, now);
            case "left" -> arm.lying(false, now);
            case "car", "dumb" -> arm.loop(true, now);
            case "free" -> arm.loop(false, now);
            case "tick" -> arm.at(now);
            default -> throw new IllegalArgumentException(event);
        };
    }
}
