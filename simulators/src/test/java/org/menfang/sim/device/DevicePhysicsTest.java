package org.menfang.sim.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/// Doors, contacts, locks and lamps behave as the real ones do. Each line of a table is: time, act,
/// arrow, what is seen then.
final class DevicePhysicsTest {
    @Test
    void a_maglock_holds_until_its_power_has_gone() {
        DeviceTable.check(
                """
                0ms    lock mag on      -> mag free closed
                30ms                    -> mag held closed
                100ms  push mag         -> mag held closed
                200ms  lock mag off     -> mag held closed
                240ms                   -> mag held closed
                260ms                   -> mag free closed
                """);
    }

    @Test
    void a_strike_without_power_holds_and_lets_go_when_it_gets_power() {
        DeviceTable.check(
                """
                0ms    push strike      -> strike held closed
                100ms  lock strike on   -> strike held closed
                130ms                   -> strike free closed
                140ms  push strike      -> strike free moving
                1000ms lock strike off  -> strike free open
                1030ms                  -> strike held open
                """);
    }

    @Test
    void the_closer_takes_three_seconds_and_the_latch_catches() {
        DeviceTable.check(
                """
                0ms    lock strike on   -> strike held closed
                100ms  push strike      -> strike free moving
                900ms  lock strike off  -> strike free open
                1000ms letgo strike     -> strike held open
                3900ms                  -> strike held moving
                4001ms                  -> strike held closed
                4100ms push strike      -> strike held closed
                """);
    }

    @Test
    void a_second_hand_keeps_the_leaf_open() {
        DeviceTable.check(
                """
                0ms    lock strike on   -> strike held closed
                100ms  push strike      -> strike free moving
                2000ms push strike      -> strike free open
                2500ms letgo strike     -> strike free open
                9000ms letgo strike     -> strike free open
                12001ms                 -> strike free closed
                """);
    }

    @Test
    void whoever_forces_a_door_opens_it_though_it_is_locked() {
        DeviceTable.check(
                """
                0ms    force strike     -> strike held moving
                160ms                   -> strike held open
                """);
    }

    @Test
    void a_handle_opens_a_door_that_is_secured_without_power_and_no_other() {
        DeviceTable.check(
                """
                0ms    lock mag on      -> mag free closed
                100ms  handle mag       -> mag held closed
                200ms  handle strike    -> strike held moving
                """);
    }

    @Test
    void fire_and_the_exit_button_cut_the_power_of_a_maglock_past_the_gate() {
        DeviceTable.check(
                """
                0ms    lock mag on      -> mag free closed
                100ms  rex mag-out      -> mag held closed
                160ms                   -> mag free closed
                500ms                   -> mag held closed
                600ms  fire on          -> mag held closed
                700ms                   -> mag free closed
                800ms  fire off         -> mag free closed
                900ms                   -> mag held closed
                """);
    }

    @Test
    void a_lamp_draws_current_once_it_has_started() {
        DeviceTable.check(
                """
                0ms    lamp yard on     -> yard dark
                600ms                   -> yard dark
                701ms                   -> yard burning
                800ms  lamp yard off    -> yard dark
                """);
    }

    @Test
    void a_cut_line_and_a_dead_lamp_stay_dark_until_they_are_mended() {
        DeviceTable.check(
                """
                0ms    lamp yard on     -> yard dark
                1s     cut yard         -> yard cut
                2s     mend yard        -> yard dark
                3s                      -> yard burning
                4s     kill yard        -> yard dark
                6s                      -> yard dark
                7s     replace yard     -> yard dark
                8s                      -> yard burning
                """);
    }

    @Test
    void a_contact_that_bounces_is_heard_once_behind_a_debounced_line() {
        DeviceBench bench = new DeviceBench();
        bench.act("lock strike on");
        bench.runToMillis(100);
        bench.act("push strike");
        bench.runToMillis(3_000);
        bench.act("rattle strike 200");
        bench.runToMillis(4_000);
        bench.act("letgo strike");
        bench.runToMillis(9_000);
        assertEquals("[open, closed]", bench.monitorReports("strike").toString());
    }

    @Test
    void a_contact_that_rattles_is_heard_often_where_nothing_filters() {
        DeviceBench bench = new DeviceBench();
        bench.act("rattle mag 200");
        bench.runToMillis(1_000);
        assertTrue(bench.monitorReports("mag").size() > 40);
        assertEquals("closed", bench.monitorReports("mag").getLast());
    }

    @Test
    void a_line_is_taken_once() {
        DeviceBench bench = new DeviceBench();
        UncheckedIOException thrown =
                assertThrows(
                        UncheckedIOException.class,
                        () -> bench.compound().chip().output(DeviceBench.STRIKE_LINE, false));
        assertTrue(
                String.valueOf(thrown.getMessage())
                        .contains("line " + DeviceBench.STRIKE_LINE + " is taken already"));
    }

    @Test
    void a_reader_without_a_gate_behind_it_swallows_cards() {
        DeviceBench bench = new DeviceBench();
        bench.act("card 1010");
        assertFalse(bench.compound().doors().isEmpty());
    }
}
