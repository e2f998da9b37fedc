package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The doctor beside a real gate program, and without one.
@Timeout(180)
class DoctorCommandTest {
    private static final Path LANE = Path.of("../../edge-config/sites/lane.yaml");

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path data = Path.of("");

    @BeforeEach
    void nameDataFolder() {
        data = folder.resolve("data");
    }

    @Test
    void a_running_gate_is_asked_for_its_lines_and_its_readers() throws Exception {
        new LaneRules(folder, data).importVersion(1);
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords("the gate decides");
            gate.showCard("lane-reader", LaneRules.STRANGER);
            gate.awaitWords("denied at lane-in: unknown credential");
            List<String> levels = Files.readAllLines(data.resolve("levels.txt"));
            run(LANE, "--language", "en");
            assertTrue(said("17 lane-gate.lock", "energised"), out::toString);
            assertTrue(said(" 5 lane-gate.monitor", "high, active, open"), out::toString);
            assertTrue(said("16 lane-out.rex", "high, inactive, not pressed"), out::toString);
            assertTrue(said("lane-reader last read", "26 bit, ends in "), out::toString);
            assertTrue(said("rules", "version 1, 1 credentials"), out::toString);
            assertFalse(out.toString().contains(LaneRules.STRANGER.bits()), out::toString);
            assertEquals(levels, Files.readAllLines(data.resolve("levels.txt")));
            run(LANE, "--json", "--raw");
            assertTrue(out.toString().contains(LaneRules.STRANGER.bits()), out::toString);
            assertTrue(out.toString().contains("\"running\":true"), out::toString);
        }
    }

    @Test
    void where_no_gate_runs_the_inputs_are_read_and_nothing_is_written() throws IOException {
        Files.createDirectories(
                data,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        assertEquals(
                1, run(LANE, "--language", "en", "--hardware", RecordingHardwareProvider.NAME));
        assertTrue(said("runs", "no; its inputs are read here"), out::toString);
        assertTrue(said(" 5 lane-gate.monitor", "high, active, open"), out::toString);
        assertTrue(said("database", "none"), out::toString);
        assertTrue(out.toString().contains("17 lane-gate.lock"), out::toString);
        assertTrue(out.toString().contains("outputs are not read"), out::toString);
        try (Stream<Path> left = Files.list(data)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void a_gate_that_has_run_left_a_database_that_is_whole() throws Exception {
        new LaneRules(folder, data).importVersion(1);
        run(LANE, "--language", "en", "--hardware", RecordingHardwareProvider.NAME);
        assertTrue(said("database", "whole, "), out::toString);
        assertTrue(said("rules", "version 1, 1 credentials"), out::toString);
    }

    @Test
    void a_folder_that_is_held_by_somebody_who_does_not_answer_is_told() throws Exception {
        try (DataFolder _ = DataFolder.take(data)) {
            assertEquals(1, run(LANE, "--language", "en"));
            assertTrue(out.toString().contains("does not answer"), out::toString);
            assertTrue(said("runs", "its socket is not there"), out::toString);
        }
    }

    @Test
    void a_bad_site_file_is_told_beside_the_last_good_one() throws Exception {
        Files.createDirectories(data);
        Path bad = folder.resolve("bad.yaml");
        Files.writeString(bad, Files.readString(LANE).replace("zone:", "zoen:"));
        assertEquals(78, run(bad));
        Files.copy(LANE, data.resolve("last-good-site.yaml"));
        assertEquals(1, run(bad, "--language", "en", "--hardware", "recording"));
        assertTrue(said("site file", "bad.yaml:"), out::toString);
        assertTrue(said("16 lane-out.rex", "high"), out::toString);
    }

    @Test
    void wrong_use_and_hardware_that_is_not_there_are_told() {
        assertEquals(64, run(LANE, "--columns", "many"));
        assertEquals(69, run(LANE, "--hardware", "nowhere"));
    }

    /// Whether a line says both.
    private boolean said(String title, String value) {
        return out.toString()
                .lines()
                .anyMatch(line -> line.contains(title) && line.contains(value));
    }

    private int run(Path site, String... more) {
        List<String> arguments =
                Stream.concat(
                                Stream.of(
                                        "doctor",
                                        "--site",
                                        site.toString(),
                                        "--data",
                                        data.toString(),
                                        "--columns",
                                        "120"),
                                Stream.of(more))
                        .toList();
        return Main.run(
                arguments.toArray(String[]::new),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }
}
