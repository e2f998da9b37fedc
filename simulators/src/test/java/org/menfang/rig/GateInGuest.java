package org.menfang.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.menfang.rig.GateOnBoard.FIRE;
import static org.menfang.rig.GateOnBoard.MAGLOCK;
import static org.menfang.rig.GateOnBoard.MONITOR;
import static org.menfang.rig.GateOnBoard.STRIKE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The whole gate on the lines of a real kernel, from the wires of a reader to the wire of a lock.
@Timeout(150)
final class GateInGuest {
    @Test
    void a_resident_gets_in_and_out_and_a_foreign_card_does_not() throws Exception {
        try (GateOnBoard gate = GateOnBoard.start()) {
            assertTrue(gate.wires().isHigh(STRIKE));
            assertTrue(gate.presentUntil(3, 0x1A2C, () -> gate.said("denied")));
            assertTrue(gate.wires().isHigh(MAGLOCK));
            assertTrue(gate.presentUntil(3, 0x1A2B, () -> !gate.wires().isHigh(MAGLOCK)));
            assertTrue(gate.becomes(MAGLOCK, true));
            gate.askToLeave();
            assertTrue(gate.becomes(MAGLOCK, true));
            gate.wires().pull(MONITOR, true);
            assertTrue(gate.comesToSay("forced"));
            gate.wires().pull(FIRE, true);
            assertTrue(gate.becomes(MAGLOCK, false));
            assertTrue(gate.becomes(STRIKE, false));
        }
    }

    @Test
    void a_stop_leaves_both_locks_safe() throws Exception {
        try (GateOnBoard gate = GateOnBoard.start()) {
            assertEquals(0, gate.stop());
            assertFalse(gate.wires().isHigh(MAGLOCK));
            assertTrue(gate.wires().isHigh(STRIKE));
        }
    }

    @Test
    void a_kill_leaves_both_locks_to_their_resistors_and_the_next_gate_takes_them()
            throws Exception {
        try (GateOnBoard gate = GateOnBoard.start()) {
            gate.kill();
            assertTrue(gate.becomes(MAGLOCK, false));
            assertTrue(gate.wires().isHigh(STRIKE));
        }
        try (GateOnBoard gate = GateOnBoard.start()) {
            gate.askToLeave();
        }
    }
}
