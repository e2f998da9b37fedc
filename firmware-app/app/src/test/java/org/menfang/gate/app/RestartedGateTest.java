package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole program, when it hangs or crashes and is started again.
@Timeout(180)
class RestartedGateTest {
    private static final Path LANE = Path.of("../../edge-config/sites/lane.yaml");
    private static final String DECIDES = "the gate decides";

    @TempDir Path folder;

    private Path data;

    @BeforeEach
    void importRules() throws Exception {
        data = folder.resolve("data");
        new LaneRules(folder, data).importVersion(1);
    }

    @Test
    void the_fifth_crash_leads_to_safe_mode_with_cards_and_a_person_ends_it() throws Exception {
        for (int crash = 1; crash < CrashLoop.STARTS_MIN; crash++) {
            try (GateProcess gate = GateProcess.run(LANE, data)) {
                gate.awaitWords(DECIDES);
                gate.kill();
                assertFalse(gate.said().contains("safe mode"), gate::said);
            }
        }
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords("safe mode, gate lane (5 starts within 10 min)");
            gate.showCard("lane-reader", LaneRules.RESIDENT);
            gate.awaitWords("granted at lane-in: door lane-gate");
            gate.terminate();
            assertEquals(0, gate.awaitExit(), gate::said);
        }
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords(DECIDES);
            gate.terminate();
            assertEquals(0, gate.awaitExit(), gate::said);
            assertFalse(gate.said().contains("safe mode, gate"), gate::said);
        }
    }

    @Test
    void a_loop_that_is_stuck_in_an_adapter_ends_the_program_and_is_named() throws Exception {
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords(DECIDES);
            gate.wedgeReaders();
            gate.showCard("lane-reader", LaneRules.RESIDENT);
            assertEquals(70, gate.awaitExit(), gate::said);
            assertTrue(
                    gate.said().contains("the gate is wedged and starts again: LOOP"), gate::said);
            assertTrue(gate.said().contains("thread gate at"), "and where: " + gate.said());
        }
        List<String> levels = Files.readAllLines(data.resolve(RecordingHardwareProvider.LEVELS));
        assertEquals("17 low", levels.getLast(), "the lock is in its safe state");
    }
}
