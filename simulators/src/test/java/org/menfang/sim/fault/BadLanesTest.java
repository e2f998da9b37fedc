package org.menfang.sim.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.sim.CarLane;
import org.menfang.sim.Sites;
import org.menfang.sim.device.SimulatedDoor;
import org.menfang.sim.device.SimulatedLane;
import org.menfang.sim.device.SimulatedRex;

/// What goes wrong at a barrier brings its arm down on nothing.
@Timeout(300)
final class BadLanesTest {
    private static final Duration SETTLED = Duration.ofSeconds(30);

    @Test
    void a_broken_loop_keeps_the_arm_up_until_it_is_mended() {
        FaultStand stand = stand(FaultName.LOOP_STUCK).untilItBegins();
        assertTrue(lane(stand).isDetectorBroken());
        button(stand).press();
        stand.after(SETTLED);
        assertTrue(lane(stand).isUpright());
        stand.untilItEnds().after(SETTLED);
        assertTrue(barrier(stand).isSecured());
    }

    @Test
    void the_arm_goes_up_before_a_vehicle_whose_edge_was_lost() {
        FaultStand stand = stand(FaultName.LOOP_EDGE_LOST).untilItBegins();
        AtomicInteger struck = strikes(stand);
        button(stand).press();
        stand.after(Duration.ofSeconds(5));
        while (lane(stand).isUpright()) {
            stand.after(Duration.ofMillis(50));
        }
        SimulatedLane.Vehicle vehicle = lane(stand).comes();
        stand.after(SETTLED);
        assertTrue(lane(stand).isUpright());
        vehicle.drivesOff();
        stand.after(SETTLED);
        assertTrue(barrier(stand).isSecured());
        assertEquals(0, struck.get());
    }

    @Test
    void a_gate_that_loses_its_power_lets_go_of_an_arm_over_a_vehicle() {
        FaultStand stand = stand(FaultName.LINK_LOST);
        AtomicInteger struck = strikes(stand);
        button(stand).press();
        stand.after(Duration.ofSeconds(5));
        while (lane(stand).isUpright()) {
            stand.after(Duration.ofMillis(50));
        }
        stand.gate().powerOff();
        assertFalse(lane(stand).isUpright());
        SimulatedLane.Vehicle vehicle = lane(stand).comes();
        stand.after(SETTLED);
        stand.gate().powerOn();
        stand.after(SETTLED);
        assertTrue(lane(stand).isUpright());
        vehicle.drivesOff();
        stand.after(SETTLED);
        assertTrue(barrier(stand).isSecured());
        assertEquals(0, struck.get());
    }

    private static FaultStand stand(FaultName fault) {
        return new FaultStand(fault, CarLane.beside(Sites.clinic()));
    }

    private static SimulatedDoor barrier(FaultStand stand) {
        return stand.gate().devices().door(CarLane.BARRIER);
    }

    private static SimulatedLane lane(FaultStand stand) {
        return barrier(stand).lane().orElseThrow();
    }

    private static SimulatedRex button(FaultStand stand) {
        SimulatedRex button = stand.gate().devices().exits().get(CarLane.BUTTON);
        if (button == null) {
            throw new IllegalStateException("no button");
        }
        return button;
    }

    private static AtomicInteger strikes(FaultStand stand) {
        AtomicInteger struck = new AtomicInteger();
        lane(stand).onStruck(struck::incrementAndGet);
        return struck;
    }
}
