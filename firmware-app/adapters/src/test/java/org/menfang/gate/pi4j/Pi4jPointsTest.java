package org.menfang.gate.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.menfang.gate.Input;
import org.menfang.gate.hardware.InMemoryGpioChip;
import org.menfang.site.GeographicPlace;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.LampId;

/// Points on the lines of a chip.
class Pi4jPointsTest {
    private static final DoorId NORTH = new DoorId("north");
    private static final AccessPointId NORTH_OUT = new AccessPointId("north-out");
    private static final LampId LANE = new LampId("lane");

    private final InMemoryGpioChip chip = new InMemoryGpioChip();
    private final List<Input> inbox = new ArrayList<>();

    @Test
    void an_output_is_taken_with_the_level_that_gives_no_energy_and_never_carries_another()
            throws IOException {
        try (Pi4jPoints _ =
                open(
                        output(PointName.lock(NORTH), 5, true),
                        output(PointName.lamp(LANE), 6, false))) {
            assertEquals(List.of("5 taken high", "6 taken low"), chip.log());
        }
    }

    @Test
    void energy_is_the_active_level_of_the_line() throws IOException {
        try (Pi4jPoints points =
                open(
                        output(PointName.lock(NORTH), 5, true),
                        output(PointName.lamp(LANE), 6, false))) {
            points.outputs().energise(PointName.lock(NORTH), true);
            points.outputs().energise(PointName.lamp(LANE), true);
            points.outputs().energise(PointName.lock(NORTH), false);
            assertEquals(
                    List.of("5 taken high", "6 taken low", "5 low", "6 high", "5 high"),
                    chip.log());
        }
    }

    @Test
    void closing_leaves_every_output_as_it_is() throws IOException {
        Pi4jPoints points = open(output(PointName.lamp(LANE), 6, false));
        points.outputs().energise(PointName.lamp(LANE), true);
        points.close();
        assertTrue(chip.isDrivenHigh(6));
    }

    @Test
    void the_safe_state_takes_the_energy_from_locks_and_leaves_lamps_alone() throws IOException {
        try (Pi4jPoints points =
                open(
                        output(PointName.lock(NORTH), 5, false),
                        output(PointName.lamp(LANE), 6, false))) {
            points.outputs().energise(PointName.lock(NORTH), true);
            points.outputs().energise(PointName.lamp(LANE), true);
            points.outputs().bringToSafeState();
            assertEquals("5 low", chip.log().getLast());
            assertTrue(chip.isDrivenHigh(6));
        }
    }

    @Test
    void an_output_that_cannot_be_driven_is_told_once_and_driven_when_it_can_be()
            throws IOException {
        try (Pi4jPoints points = open(output(PointName.lock(NORTH), 5, false))) {
            chip.fail(5, true);
            points.outputs().energise(PointName.lock(NORTH), true);
            points.outputs().retryFailed();
            assertEquals(
                    List.of(new Input.OutputFailed(PointName.lock(NORTH), "line 5 is broken")),
                    inbox);
            chip.fail(5, false);
            points.outputs().retryFailed();
            assertTrue(chip.isDrivenHigh(5));
            assertEquals(new Input.OutputRecovered(PointName.lock(NORTH)), inbox.getLast());
            points.outputs().retryFailed();
            assertEquals(2, inbox.size());
        }
    }

    @Test
    void an_output_without_a_line_has_failed() throws IOException {
        try (Pi4jPoints points = open()) {
            points.outputs().energise(PointName.lock(NORTH), true);
            assertEquals(
                    List.of(
                            new Input.OutputFailed(
                                    PointName.lock(NORTH),
                                    "no line is given for it in the site file")),
                    inbox);
        }
    }

    @Test
    void inputs_are_asked_for_with_their_pull_and_debounce() throws IOException {
        try (Pi4jPoints _ = open(input(PointName.monitor(NORTH), 7, true))) {
            assertEquals(List.of("7 read pull=UP debounce=PT0.03S"), chip.log());
        }
    }

    @Test
    void an_input_whose_edge_was_lost_is_told_when_it_is_looked_at_again() throws IOException {
        chip.set(7, false);
        try (Pi4jPoints points = open(input(PointName.loop(NORTH), 7, false))) {
            points.reportInputs();
            points.lookAgain();
            chip.setUnheard(7, true);
            points.lookAgain();
            points.lookAgain();
        }
        assertEquals(
                List.of(new Input.LoopChanged(NORTH, false), new Input.LoopChanged(NORTH, true)),
                inbox);
    }

    @Test
    void an_input_in_trouble_is_left_alone_until_it_says_something_itself() throws IOException {
        chip.set(7, false);
        try (Pi4jPoints points = open(input(PointName.monitor(NORTH), 7, false))) {
            points.reportInputs();
            chip.trouble(7, "gone");
            points.lookAgain();
            assertEquals(2, inbox.size());
        }
    }

    @Test
    void every_input_is_told_at_first_and_then_at_each_change() throws IOException {
        chip.set(7, true);
        chip.set(8, true);
        try (Pi4jPoints points =
                open(input(PointName.monitor(NORTH), 7, true), input(PointName.FIRE, 8, false))) {
            points.reportInputs();
            chip.set(7, false);
            chip.set(7, true);
        }
        assertEquals(
                List.of(
                        new Input.MonitorChanged(NORTH, false),
                        new Input.FireChanged(true),
                        new Input.MonitorChanged(NORTH, true),
                        new Input.MonitorChanged(NORTH, false)),
                inbox);
    }

    @Test
    void an_edge_before_the_first_report_is_not_told_twice_nor_taken_back() throws IOException {
        try (Pi4jPoints points = open(input(PointName.FIRE, 8, false))) {
            chip.set(8, true);
            points.reportInputs();
            points.reportInputs();
            chip.strike(8, true);
        }
        assertEquals(List.of(new Input.FireChanged(true)), inbox);
    }

    @Test
    void a_request_to_exit_is_told_when_it_is_pressed_and_not_when_it_is_let_go()
            throws IOException {
        try (Pi4jPoints points = open(input(PointName.rex(NORTH_OUT), 9, false))) {
            points.reportInputs();
            chip.set(9, true);
            chip.set(9, false);
            chip.set(9, true);
        }
        assertEquals(
                List.of(new Input.RexPressed(NORTH_OUT), new Input.RexPressed(NORTH_OUT)), inbox);
    }

    @Test
    void a_line_that_is_taken_already_is_named() {
        chip.output(5, false);
        IOException e =
                assertThrows(
                        IOException.class, () -> open(output(PointName.lock(NORTH), 5, false)));
        assertEquals("a GPIO line cannot be taken: line 5 is taken", e.getMessage());
    }

    @Test
    void a_pulsed_lock_changes_its_level_while_it_is_energised_and_the_gate_decides()
            throws IOException {
        Pi4jPoints points = open(pulsed(PointName.lock(NORTH), 5));
        points.close(); // Its own beats would come in between.
        Pi4jOutputs outputs = points.outputs();
        outputs.energise(PointName.lock(NORTH), true);
        outputs.beat(true);
        outputs.beat(true);
        outputs.beat(false);
        outputs.beat(false);
        outputs.beat(true);
        outputs.energise(PointName.lock(NORTH), false);
        outputs.beat(true);
        outputs.beat(true);
        assertEquals(
                List.of("5 taken low", "5 high", "5 low", "5 high", "5 low", "5 high", "5 low"),
                chip.log());
    }

    @Test
    void a_lock_that_is_pulsed_by_the_clock_rests_when_the_loop_stands_still() {
        AtomicLong now = new AtomicLong();
        List<Boolean> beats = new ArrayList<>();
        try (Pulse pulse = new Pulse(beats::add, now::get)) {
            now.set(Pulse.TURN_COUNTS.toNanos());
            pulse.once();
            now.incrementAndGet();
            pulse.once();
            pulse.turned();
            pulse.once();
        }
        assertEquals(List.of(true, false, true), beats);
    }

    @Test
    void a_pulsed_lock_beats_by_itself() throws Exception {
        try (Pi4jPoints points = open(pulsed(PointName.lock(NORTH), 5))) {
            CountDownLatch beats = new CountDownLatch(4);
            chip.whenDriven(beats::countDown);
            points.outputs().energise(PointName.lock(NORTH), true);
            assertTrue(beats.await(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void a_line_in_trouble_is_told_and_what_it_said_last_stays() throws IOException {
        try (Pi4jPoints points = open(input(PointName.FIRE, 8, false))) {
            points.reportInputs();
            chip.trouble(8, "its wire is cut");
            chip.strike(8, false);
            chip.trouble(8, "its wire is cut");
            chip.strike(8, true);
        }
        assertEquals(
                List.of(
                        new Input.FireChanged(false),
                        new Input.InputFailed(PointName.FIRE, "its wire is cut"),
                        new Input.InputRecovered(PointName.FIRE),
                        new Input.InputFailed(PointName.FIRE, "its wire is cut"),
                        new Input.InputRecovered(PointName.FIRE),
                        new Input.FireChanged(true)),
                inbox);
    }

    @Test
    void a_line_in_trouble_from_the_beginning_tells_how_it_stands_once_it_can() throws IOException {
        chip.troubleWhenTaken(8, "its wire is cut");
        try (Pi4jPoints points = open(input(PointName.FIRE, 8, false))) {
            points.reportInputs();
            points.reportInputs();
            chip.strike(8, false);
        }
        assertEquals(
                List.of(
                        new Input.InputFailed(PointName.FIRE, "its wire is cut"),
                        new Input.InputRecovered(PointName.FIRE),
                        new Input.FireChanged(false)),
                inbox);
    }

    @Test
    void a_safety_loop_in_trouble_is_taken_to_be_occupied_until_it_says_otherwise()
            throws IOException {
        try (Pi4jPoints points = open(input(PointName.loop(NORTH), 8, false))) {
            points.reportInputs();
            chip.trouble(8, "its wire is cut");
            chip.strike(8, false);
        }
        assertEquals(
                List.of(
                        new Input.LoopChanged(NORTH, false),
                        new Input.InputFailed(PointName.loop(NORTH), "its wire is cut"),
                        new Input.LoopChanged(NORTH, true),
                        new Input.InputRecovered(PointName.loop(NORTH)),
                        new Input.LoopChanged(NORTH, false)),
                inbox);
    }

    @Test
    void each_point_hangs_on_the_chip_that_its_pin_names() throws IOException {
        InMemoryGpioChip other = new InMemoryGpioChip();
        Site site =
                site(
                        List.of(
                                output(PointName.lamp(LANE), 6, false),
                                on("in-1", input(PointName.FIRE, 6, false))));
        try (Pi4jPoints points =
                Pi4jPoints.open(name -> name.equals("in-1") ? other : chip, site, inbox::add)) {
            points.reportInputs();
            other.set(6, true);
            points.outputs().energise(PointName.lamp(LANE), true);
        }
        assertEquals(List.of("6 taken low", "6 high"), chip.log());
        assertEquals(List.of("6 read pull=DOWN debounce=PT0.03S"), other.log());
        assertEquals(List.of(new Input.FireChanged(false), new Input.FireChanged(true)), inbox);
    }

    @Test
    void a_chip_that_is_not_there_is_named_before_a_line_is_taken() {
        IOException e =
                assertThrows(
                        IOException.class,
                        () ->
                                open(
                                        output(PointName.lamp(LANE), 6, false),
                                        on("in-1", input(PointName.FIRE, 6, false))));
        assertEquals(
                "the point gate.fire hangs on the chip in-1: this hardware does not have the chip"
                        + " in-1",
                e.getMessage());
        assertEquals(List.of(), chip.log());
    }

    private static PinPlan on(String name, PinPlan pin) {
        return new PinPlan(
                pin.point(), name, pin.line(), pin.activeLow(), pin.pull(), pin.debounce());
    }

    private Pi4jPoints open(PinPlan... pins) throws IOException {
        return Pi4jPoints.open(chip, site(List.of(pins)), inbox::add);
    }

    private static PinPlan output(PointName point, int line, boolean activeLow) {
        return new PinPlan(point, line, activeLow, PinPlan.Pull.NONE, Duration.ZERO);
    }

    private static PinPlan pulsed(PointName point, int line) {
        return new PinPlan(
                point,
                PinPlan.BOARD,
                line,
                false,
                PinPlan.Pull.NONE,
                Duration.ZERO,
                PinPlan.Drive.PULSED);
    }

    private static PinPlan input(PointName point, int line, boolean activeLow) {
        return new PinPlan(
                point,
                line,
                activeLow,
                activeLow ? PinPlan.Pull.UP : PinPlan.Pull.DOWN,
                Duration.ofMillis(30));
    }

    private static Site site(List<PinPlan> pins) {
        return new Site(
                new CompoundId("lane"),
                new GateId("north"),
                "北门",
                ZoneId.of("Asia/Shanghai"),
                new GeographicPlace(31.2, 121.5),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                pins);
    }
}
