package org.menfang.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.menfang.rig.GateOnBoard.MAGLOCK;
import static org.menfang.rig.GateOnBoard.STRIKE;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.sim.rig.OutsideWires;

/// The doctor on the lines of a real kernel.
@Timeout(200)
final class DoctorInGuest {
    private static final int ZEROS = 23;
    private static final Duration HOLD_AGAIN = Duration.ofMillis(5);

    @Test
    void beside_a_running_gate_it_sees_cards_and_a_wire_that_is_held_low() throws Exception {
        try (GateOnBoard gate = GateOnBoard.start()) {
            assertTrue(gate.presentUntil(3, 0x1A2C, () -> gate.said("denied")));
            String well = gate.doctor();
            assertFound(well, "reader.lane-reader.wires", "fine");
            assertFound(well, "reader.lane-reader.last", "fine");
            assertTrue(well.contains("26 bit, ends in 6700, fits wiegand-26"), well);
            assertFound(well, "pin.lane-gate.lock", "fine");
            assertTrue(well.contains("high, active, energised"), well);
            gate.wires().pull(ZEROS, false);
            String ill = gate.doctor();
            assertFound(ill, "reader.lane-reader.wires", "d0-low");
            assertTrue(gate.wires().isHigh(MAGLOCK));
            gate.askToLeave();
        }
    }

    @Test
    void where_no_gate_runs_it_sees_the_wire_and_moves_no_output() throws Exception {
        try (GateOnBoard gate = GateOnBoard.start()) {
            assertEquals(0, gate.stop());
            assertFalse(gate.wires().isHigh(MAGLOCK));
            assertTrue(gate.wires().isHigh(STRIKE));
            // A strike whose wire the world holds low tells whether anybody drives it.
            gate.wires().pull(STRIKE, false);
            String report = whileHeldLow(gate.wires(), gate::doctor);
            assertFound(report, "gate.runs", "gate-stopped");
            assertFound(report, "reader.lane-reader.wires", "d0-low");
            assertFound(report, "pin.lane-gate.monitor", "fine");
            assertFound(report, "pin.lane-gate.lock", "not-known-now");
            assertFalse(gate.wires().isHigh(STRIKE));
            gate.wires().pull(STRIKE, true);
            assertTrue(gate.becomes(STRIKE, true));
        }
    }

    /// Whoever takes a line of the simulated chip with a resistor has it pulled to that; a wire
    /// that is really held is held after that as well.
    private static String whileHeldLow(OutsideWires wires, Callable<String> doing)
            throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Thread hand =
                Thread.ofPlatform()
                        .start(() -> {
                            while (done.getCount() > 0) {
                                wires.pull(ZEROS, false);
                                LockSupport.parkNanos(HOLD_AGAIN.toNanos());
                            }
                        });
        try {
            return doing.call();
        } finally {
            done.countDown();
            hand.join();
        }
    }

    private static void assertFound(String report, String id, String diagnosis) {
        boolean found =
                report.lines()
                        .flatMap(line -> Arrays.stream(line.split("\\{\"id\":", -1)))
                        .anyMatch(each ->
                                each.startsWith("\"" + id + "\"")
                                        && each.contains("\"diagnosis\":\"" + diagnosis + "\""));
        assertTrue(found, () -> id + " is not " + diagnosis + ": " + report);
    }
}
