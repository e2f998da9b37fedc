package org.menfang.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.sim.cli.Main;
import org.menfang.sim.compound.Seams;
import org.menfang.sim.fault.FaultPlan;

/// The same seed gives the same trace in another process of another Java virtual machine.
@Timeout(300)
final class SameTraceTest {
    private static final long SEED = 20_260_921;

    @TempDir Path folder;

    @Test
    void another_process_writes_the_same_trace_to_the_byte() throws Exception {
        Path other = folder.resolve("other.txt");
        Process process = simulate(other);
        StringBuilder own = new StringBuilder();
        SimulationPlan plan = new SimulationPlan(SEED, 1, 2, 300, 10, FaultPlan.all());
        new Simulation(plan, Sites.clinic(), new SuncalcSunTimes(), Seams.NONE, own).run();
        assertTrue(process.waitFor(200, TimeUnit.SECONDS), "the other process does not end");
        assertTrue(Files.exists(other), Files.readString(folder.resolve("told.txt")));
        List<String> expected = own.toString().lines().toList();
        List<String> found = Files.readAllLines(other);
        for (int line = 0; line < Math.min(expected.size(), found.size()); line++) {
            assertEquals(expected.get(line), found.get(line), "line " + (line + 1));
        }
        assertEquals(expected.size(), found.size());
    }

    /// With another hash seed of the machine: whoever walks a table of hashes is found.
    private Process simulate(Path trace) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=2",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "simulate",
                        "--seed",
                        Long.toString(SEED),
                        "--gates",
                        "2",
                        "--trace",
                        trace.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("told.txt").toFile())
                .start();
    }
}
