package org.menfang.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.sim.compound.Seams;
import org.menfang.sim.fault.FaultName;
import org.menfang.sim.fault.FaultPlan;

/// Days with faults: those of the seeds that are kept, most with every fault that there is, and one
/// that nobody has seen before, with lost power and lost links.
@Timeout(600)
final class SimulatedDaysTest {
    private static final Path SEEDS = Path.of("src/test/resources/simulation/seeds.txt");
    private static final long FRESH_MAX = 1_000_000_000;

    @TestFactory
    Stream<DynamicTest> every_seed_that_is_kept_keeps_every_promise() throws IOException {
        return Files.readAllLines(SEEDS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(SimulatedDaysTest::plan)
                .map(plan -> DynamicTest.dynamicTest(plan.command(), () -> keepsPromises(plan)));
    }

    @Test
    void a_seed_that_nobody_has_seen_keeps_every_promise() throws IOException {
        long seed = new SecureRandom().nextLong(FRESH_MAX);
        keepsPromises(new SimulationPlan(seed, 1, 2, 300, 10, faults("power-cut,link-lost")));
    }

    @Test
    void a_line_of_the_kept_seeds_is_read_as_it_stands_there() {
        assertEquals(
                new SimulationPlan(
                        4, 2, 3, 300, 10, new FaultPlan(EnumSet.of(FaultName.POWER_CUT))),
                plan("4 2 3 power-cut # what it found"));
    }

    /// `seed days gates faults # what it found`
    private static SimulationPlan plan(String line) {
        List<String> words = List.of(line.strip().split("\\s+", -1));
        return new SimulationPlan(
                Long.parseLong(words.get(0)),
                Integer.parseInt(words.get(1)),
                Integer.parseInt(words.get(2)),
                300,
                10,
                faults(words.get(3)));
    }

    private static FaultPlan faults(String words) {
        if (words.equals("all")) {
            return FaultPlan.all();
        }
        Set<FaultName> named =
                Stream.of(words.split(",", -1))
                        .map(word -> FaultName.of(word).orElseThrow())
                        .collect(Collectors.toSet());
        return new FaultPlan(named);
    }

    private static void keepsPromises(SimulationPlan plan) throws IOException {
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        SimulationResult result =
                new Simulation(
                                plan,
                                Sites.clinic(),
                                new SuncalcSunTimes(),
                                Seams.NONE,
                                Writer.nullWriter())
                        .run();
        double seconds =
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / 1e9;
        System.out.printf(
                "%s: %.1f gate-days a second of a processor%n",
                plan.command(), plan.days() * plan.gates() / seconds);
        if (!result.violations().isEmpty()) {
            fail(
                    result.violations().size()
                            + " promises broken, the first: "
                            + result.violations().getFirst()
                            + "; again: "
                            + plan.command());
        }
    }
}
