package org.menfang.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.sim.compound.Seams;
import org.menfang.sim.fault.FaultPlan;

@Timeout(600)
final class SimulationTest {
    private static final StringBuilder TRACE = new StringBuilder();
    private static final SimulationResult DAY = run(1, 1, TRACE);

    @Test
    void a_day_keeps_every_promise() {
        assertEquals(List.of(), DAY.violations());
    }

    @Test
    void a_day_holds_all_that_an_old_compound_knows() {
        for (String deed :
                List.of("Passed", "TurnedAway", "BrokeIn", "HeldOpen", "LampLineCut", "LampDied")) {
            assertTrue(DAY.deeds().containsKey(deed), deed);
        }
        for (String event : List.of("AccessGranted", "ExitRequested", "AlarmReset", "HeadSigned")) {
            assertTrue(DAY.events().containsKey(event), event);
        }
        assertTrue(DAY.deeds().getOrDefault("Passed", 0) > 150, DAY.deeds().toString());
    }

    @Test
    void a_day_shows_the_rules_at_work() {
        for (String deed :
                List.of(
                        "PassOpened",
                        "PassRefused",
                        "TwoPassed",
                        "PinsGuessed",
                        "PassedUnderDuress",
                        "CopyShown",
                        "LockdownCalled")) {
            assertTrue(DAY.deeds().containsKey(deed), deed);
        }
        for (String word :
                List.of(
                        "QUOTA_USED_UP",
                        "CODE_STALE",
                        "PASS_USED_UP",
                        "LOCKED_OUT",
                        "LEVEL_FORBIDS",
                        "NOT_PERMITTED_HERE",
                        "CARD_CLONED",
                        "DURESS",
                        "OVERSTAYED")) {
            assertTrue(TRACE.indexOf('"' + word + '"') >= 0, word);
        }
    }

    @Test
    void the_same_seed_gives_the_same_trace_to_the_byte() {
        assertEquals(DAY.traceHash(), run(1, 1).traceHash());
    }

    @Test
    void another_seed_gives_another_day() {
        assertNotEquals(DAY.traceHash(), run(2, 1).traceHash());
    }

    @Test
    void a_week_keeps_every_promise() {
        assertEquals(List.of(), run(3, 7).violations());
    }

    private static SimulationResult run(long seed, int days) {
        return run(seed, days, new StringBuilder());
    }

    private static SimulationResult run(long seed, int days, StringBuilder trace) {
        SimulationPlan plan = new SimulationPlan(seed, days, 1, 15, 100, FaultPlan.none());
        return new Simulation(plan, Sites.clinic(), new SuncalcSunTimes(), Seams.NONE, trace).run();
    }
}
