package org.menfang.sim.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.sim.CarLane;
import org.menfang.sim.Sites;
import org.menfang.sim.time.Timeline;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.Site;

/// An arm with its drive, a loop and vehicles, without a gate.
final class SimulatedLaneTest {
    private static final Duration WAY = SimulatedLane.ARM_WAY.plusMillis(100);

    private final Site site = CarLane.beside(Sites.clinic());
    private final Timeline timeline = Timeline.virtual();
    private final SimulatedCompound compound =
            new SimulatedCompound(site, timeline, 1, Wiring.TELLS_THE_GATE_ONLY);
    private final SimulatedLane lane =
            compound.door(CarLane.BARRIER).lane().orElseThrow(IllegalStateException::new);
    private final GpioChip.OutputLine drive =
            compound.chip().output(line(PointName.lock(CarLane.BARRIER)), false);
    private final AtomicInteger struck = new AtomicInteger();

    SimulatedLaneTest() {
        lane.onStruck(struck::incrementAndGet);
        timeline.runFor(WAY);
    }

    private int line(PointName point) {
        return site.pins().stream()
                .filter(pin -> pin.point().equals(point))
                .map(PinPlan::line)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_arm_without_energy_stands_upright_and_comes_down_with_it() {
        assertTrue(lane.isUpright());
        drive.drive(true);
        timeline.runFor(WAY);
        assertFalse(lane.isTempting());
        assertTrue(compound.door(CarLane.BARRIER).isSecured());
        drive.drive(false);
        timeline.runFor(WAY);
        assertTrue(lane.isUpright());
    }

    @Test
    void an_arm_strikes_what_stands_under_it() {
        SimulatedLane.Vehicle vehicle = lane.comes();
        timeline.runFor(Duration.ofSeconds(1));
        drive.drive(true);
        timeline.runFor(WAY);
        assertEquals(1, struck.get());
        vehicle.drivesOff();
    }

    @Test
    void an_arm_strikes_what_comes_under_it_on_its_way() {
        drive.drive(true);
        timeline.runFor(Duration.ofSeconds(1));
        assertTrue(lane.comes() != null && struck.get() == 0);
        timeline.runFor(WAY);
        assertEquals(1, struck.get());
    }

    @Test
    void an_arm_that_turns_round_in_time_strikes_nothing() {
        SimulatedLane.Vehicle vehicle = lane.comes();
        timeline.runFor(Duration.ofSeconds(1));
        drive.drive(true);
        timeline.runFor(Duration.ofSeconds(2));
        drive.drive(false);
        timeline.runFor(WAY);
        assertEquals(0, struck.get());
        assertTrue(lane.isOccupied());
        vehicle.drivesOff();
        timeline.runFor(Duration.ofSeconds(1));
        assertFalse(lane.isOccupied());
    }

    @Test
    void a_broken_detector_tells_of_a_vehicle() {
        StringBuilder told = new StringBuilder();
        GpioChip.InputLine loop = loop(told);
        assertFalse(loop.isHigh());
        lane.breakDetector();
        lane.comes().drivesOff();
        timeline.runFor(WAY);
        lane.mendDetector();
        timeline.runFor(WAY);
        assertEquals("occupied clear ", told.toString());
    }

    @Test
    void a_change_that_no_edge_told_is_found_within_a_second() {
        StringBuilder told = new StringBuilder();
        GpioChip.InputLine loop = loop(told);
        lane.loseEdge();
        SimulatedLane.Vehicle vehicle = lane.comes();
        timeline.runFor(Duration.ofMillis(900));
        assertTrue(loop.isHigh());
        assertEquals("", told.toString());
        timeline.runFor(Duration.ofMillis(200));
        assertEquals("occupied ", told.toString());
        vehicle.drivesOff();
        timeline.runFor(WAY);
        assertEquals("occupied clear ", told.toString());
    }

    private GpioChip.InputLine loop(StringBuilder told) {
        return compound.chip()
                .input(
                        line(PointName.loop(CarLane.BARRIER)),
                        PinPlan.Pull.UP,
                        Duration.ZERO,
                        high -> told.append(high ? "occupied " : "clear "));
    }
}
