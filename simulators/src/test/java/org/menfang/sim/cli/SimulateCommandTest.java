package org.menfang.sim.cli;

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
import org.menfang.gate.port.Readers;
import org.menfang.sim.HeardReads;
import org.menfang.sim.Sites;
import org.menfang.sim.hardware.SimulatedHardware;
import org.menfang.sim.hardware.SimulationOptions;

@Timeout(60)
final class SimulateCommandTest {
    private static final SimulationOptions QUIET =
            new SimulationOptions(144, SimulationOptions.DEFAULT_START, 1, false, 0);

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_card_by_command_line_reaches_the_reader_of_the_gate_in_that_folder() throws Exception {
        HeardReads heard = new HeardReads();
        try (SimulatedHardware hardware = SimulatedHardware.open(Sites.clinic(), folder, QUIET)) {
            Readers readers = hardware.connectReaders(heard);
            assertTrue(readers.toString().contains("north-reader"));
            assertEquals(0, run("simulate", "card", "north-reader", "10001", "--data", data()));
            assertTrue(heard.next().startsWith("north-reader card "));
            assertEquals(0, run("simulate", "key", "north-reader", "7", "--data", data()));
            assertEquals("north-reader key DIGIT_7", heard.next());
            assertEquals(0, run("simulate", "show", "north-reader", "A B", "--data", data()));
            assertEquals("north-reader text A B", heard.next());
            assertEquals(64, run("simulate", "show", "shed-reader", "A B", "--data", data()));
            assertEquals(0, run("simulate", "tap", "north-reader", "p-001", "--data", data()));
            String link = heard.next();
            assertEquals(
                    0, run("simulate", "tap", "north-reader", "p-001", "--copy", "--data", data()));
            assertEquals(link, heard.next());
            assertEquals(0, run("simulate", "--data", data(), "door", "north-gate", "force"));
            assertEquals(0, run("simulate", "devices", "--data", data()));
            assertTrue(out.toString().contains("\"speed\":144"), out.toString());
            assertEquals(64, run("simulate", "door", "moon-gate", "open", "--data", data()));
            assertEquals(64, run("simulate", "door", "../..", "open", "--data", data()));
            assertEquals(64, run("simulate", "card", "north-reader", "many", "--data", data()));
            assertEquals(0, run("simulate", "clock", "skip", "--seconds", "60", "--data", data()));
        }
    }

    @Test
    void without_a_gate_it_says_so() throws IOException {
        assertEquals(69, run("simulate", "fire", "on", "--data", data()));
        assertTrue(err.toString().contains("no simulated gate runs"), err.toString());
        assertEquals(64, run("simulate", "fire", "on"));
        Files.writeString(folder.resolve("simulator.port"), "many");
        assertEquals(69, run("simulate", "fire", "on", "--data", data()));
    }

    @Test
    void a_day_is_told_and_its_trace_is_written() throws IOException {
        Path trace = folder.resolve("trace");
        assertEquals(
                0,
                run(
                        "simulate",
                        "--seed",
                        "4",
                        "--gates",
                        "1",
                        "--faults",
                        "fire",
                        "--trace",
                        trace.toString()));
        assertTrue(out.toString().contains("every promise was kept"), out.toString());
        assertTrue(Files.size(trace) > 10_000);
        assertEquals(64, run("simulate", "--seed", "4", "--days", "0"));
        assertEquals(64, run("simulate", "--seed", "4", "--faults", "bad-luck"));
        assertTrue(err.toString().contains("power-cut"), err.toString());
        assertEquals(64, run("simulate"));
    }

    private String data() {
        return folder.toString();
    }

    private int run(String... arguments) {
        return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
