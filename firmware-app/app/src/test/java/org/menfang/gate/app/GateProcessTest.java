package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole program, as a process, on hardware that writes down what is done to it.
@Timeout(180)
class GateProcessTest {
    private static final Path LANE = Path.of("../../edge-config/sites/lane.yaml");
    private static final String DECIDES = "the gate decides";

    /// The lock of the lane's gate: a fail-safe maglock on line 17, energised while it is high.
    private static final String RELEASED = "17 low";

    private static final String SECURED = "17 high";

    @TempDir Path folder;

    private Path data;

    @BeforeEach
    void nameDataFolder() {
        data = folder.resolve("data");
    }

    @Test
    void stopping_brings_the_lock_to_its_safe_state_and_writes_it_down() throws Exception {
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords(DECIDES);
            gate.terminate();
            assertEquals(0, gate.awaitExit(), gate::said);
            assertTrue(gate.said().contains("the gate stops"), gate.said());
        }
        List<String> lock = levels("17 ");
        assertEquals(RELEASED, lock.getFirst(), "it begins without energy");
        assertTrue(lock.contains(SECURED), "it was secured while the gate ran");
        assertEquals(RELEASED, lock.getLast());
        assertEquals("closed", levels("").getLast(), "the hardware was closed after that");
    }

    @Test
    void a_resident_gets_in_and_a_stranger_does_not_without_any_hub() throws Exception {
        new LaneRules(folder, data).importVersion(1);
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords(DECIDES);
            gate.showCard("lane-reader", LaneRules.RESIDENT);
            gate.awaitWords("granted at lane-in: door lane-gate");
            gate.showCard("lane-reader", LaneRules.STRANGER);
            gate.awaitWords("denied at lane-in: unknown credential");
            gate.terminate();
            assertEquals(0, gate.awaitExit(), gate::said);
            assertFalse(gate.said().contains("1A2B"), "no card stands in the log");
        }
    }

    @Test
    void a_killed_gate_goes_on_from_where_it_was() throws Exception {
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords(DECIDES);
            gate.kill();
        }
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords(DECIDES);
            gate.terminate();
            assertEquals(0, gate.awaitExit(), gate::said);
        }
    }

    @Test
    void a_second_gate_on_the_same_folder_is_refused() throws Exception {
        try (GateProcess first = GateProcess.run(LANE, data)) {
            first.awaitWords(DECIDES);
            try (GateProcess second = GateProcess.run(LANE, data)) {
                assertEquals(69, second.awaitExit(), second::said);
                assertTrue(second.said().contains("another gate program"), second.said());
            }
        }
    }

    @Test
    void a_bad_site_file_without_a_good_one_before_is_refused_with_all_faults() throws Exception {
        try (GateProcess gate = GateProcess.run(bad(), data)) {
            assertEquals(78, gate.awaitExit(), gate::said);
            assertTrue(gate.said().contains("bad.yaml:"), gate.said());
            assertTrue(gate.said().lines().count() >= 3, gate.said());
        }
        assertFalse(Files.exists(data.resolve(RecordingHardwareProvider.LEVELS)));
    }

    @Test
    void a_bad_site_file_after_a_good_one_raises_an_alarm_and_the_good_one_is_kept()
            throws Exception {
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords(DECIDES);
            gate.terminate();
            gate.awaitExit();
        }
        try (GateProcess gate = GateProcess.run(bad(), data)) {
            gate.awaitWords("the gate runs with the last good site file");
            gate.awaitWords("site file rejected, gate lane (bad.yaml:");
            gate.terminate();
            assertEquals(0, gate.awaitExit(), gate::said);
        }
    }

    @Test
    void hardware_that_is_not_there_is_answered_with_what_is() throws Exception {
        try (GateProcess gate =
                GateProcess.start(
                        "run",
                        "--site",
                        LANE.toString(),
                        "--data",
                        data.toString(),
                        "--hardware",
                        "pi9")) {
            assertEquals(69, gate.awaitExit(), gate::said);
            assertTrue(gate.said().contains("\"pi9\"; there is linux, recording"), gate.said());
        }
    }

    @Test
    void nothing_is_written_outside_the_data_folder() throws Exception {
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords(DECIDES);
            gate.terminate();
            gate.awaitExit();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(data), files.toList());
        }
    }

    private List<String> levels(String line) throws IOException {
        return Files.readAllLines(data.resolve(RecordingHardwareProvider.LEVELS)).stream()
                .filter(level -> level.startsWith(line))
                .toList();
    }

    private Path bad() throws IOException {
        return Files.writeString(
                folder.resolve("bad.yaml"), Files.readString(LANE).replace("\nzone:", "\nzoen:"));
    }
}
