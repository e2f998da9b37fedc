package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The command line, from a gate that runs to one on another card.
@Timeout(180)
class SwappedCardCommandsTest {
    private static final Path LANE = Path.of("../../edge-config/sites/lane.yaml");
    private static final String DECIDES = "the gate decides";

    @TempDir Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void a_gate_is_backed_up_while_it_decides_and_decides_on_from_an_empty_folder()
            throws Exception {
        Path data = folder.resolve("data");
        Path backup = folder.resolve("gate.backup");
        Path fresh = folder.resolve("fresh");
        new LaneRules(folder, data).importVersion(1);
        try (GateProcess gate = GateProcess.run(LANE, data)) {
            gate.awaitWords(DECIDES);
            assertEquals(0, run("backup", "--data", data, "--to", backup), said::toString);
            gate.showCard("lane-reader", LaneRules.RESIDENT);
            gate.awaitWords("granted at lane-in: door lane-gate");
            gate.kill();
        }
        assertEquals(0, run("restore", "--from", backup, "--data", fresh), said::toString);
        try (GateProcess gate = GateProcess.run(LANE, fresh)) {
            gate.awaitWords(DECIDES);
            gate.showCard("lane-reader", LaneRules.RESIDENT);
            gate.awaitWords("granted at lane-in: door lane-gate");
            gate.terminate();
            assertEquals(0, gate.awaitExit(), gate::said);
        }
        assertEquals(69, run("restore", "--from", backup, "--data", fresh));
        assertTrue(said.toString().contains("is not empty"), said::toString);
    }

    @Test
    void a_gate_that_does_not_run_is_backed_up_as_well_and_no_file_is_written_over()
            throws Exception {
        Path data = folder.resolve("data");
        Path backup = folder.resolve("gate.backup");
        new LaneRules(folder, data).importVersion(1);
        assertEquals(0, run("backup", "--data", data, "--to", backup), said::toString);
        assertEquals(74, run("backup", "--data", data, "--to", backup));
        assertEquals(69, run("backup", "--data", folder, "--to", folder.resolve("none")));
        assertTrue(Files.notExists(folder.resolve("gate.db")), "nothing is made by looking");
    }

    @Test
    void what_is_no_backup_is_refused() throws IOException {
        Path backup = Files.writeString(folder.resolve("gate.backup"), "no backup");
        Path fresh = folder.resolve("fresh");
        assertEquals(78, run("restore", "--from", backup, "--data", fresh));
        assertEquals(78, run("restore", "--from", folder.resolve("none"), "--data", fresh));
        assertTrue(Files.notExists(fresh));
    }

    private int run(String command, String option, Path one, String another, Path two) {
        PrintWriter out = new PrintWriter(said, true);
        return Main.run(
                new String[] {command, option, one.toString(), another, two.toString()}, out, out);
    }
}
