package org.menfang.sim.bug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.sim.Simulation;
import org.menfang.sim.SimulationPlan;
import org.menfang.sim.SimulationResult;
import org.menfang.sim.Sites;
import org.menfang.sim.compound.Seams;
import org.menfang.site.Site;

/// Every planted bug is caught, and the same days without it are clean.
@Timeout(600)
final class PlantedBugsTest {
    private static final double SECONDS_MAX = 60;
    private static final Site SITE = Sites.clinic();

    @TestFactory
    Stream<DynamicTest> every_planted_bug_is_caught() {
        return Stream.of(PlantedBug.values())
                .map(bug -> DynamicTest.dynamicTest(bug.word(), () -> isCaught(bug)));
    }

    @TestFactory
    Stream<DynamicTest> without_a_bug_the_same_days_are_clean() {
        return Stream.of(PlantedBug.values())
                .map(PlantedBug::plan)
                .distinct()
                .map(plan -> DynamicTest.dynamicTest(plan.command(), () -> isClean(plan)));
    }

    @Test
    void there_are_at_least_twenty() {
        assertTrue(PlantedBug.values().length >= 20);
    }

    private static void isCaught(PlantedBug bug) {
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        SimulationResult result = run(bug.plan(), bug.in(SITE));
        double seconds =
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / 1e9;
        assertFalse(result.violations().isEmpty(), bug + " went unnoticed");
        System.out.printf(
                "%s: %.1f s, %s%n", bug.word(), seconds, result.violations().getFirst().promise());
        assertTrue(seconds < SECONDS_MAX, bug + " took " + seconds + " s");
    }

    private static void isClean(SimulationPlan plan) {
        assertEquals(List.of(), run(plan, Seams.NONE).violations());
    }

    private static SimulationResult run(SimulationPlan plan, Seams seams) {
        return new Simulation(plan, SITE, new SuncalcSunTimes(), seams, Writer.nullWriter()).run();
    }
}
