package org.menfang.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.menfang.sim.fault.FaultName;
import org.menfang.sim.fault.FaultPlan;

/// A simulation that fails is made smaller.
final class ShrinkerTest {
    private static final SimulationPlan PLAN =
            new SimulationPlan(7, 30, 3, 300, 10, FaultPlan.all());

    @Test
    void what_is_not_needed_for_the_failure_is_switched_off() {
        SimulationPlan smallest =
                shrink(plan ->
                        plan.faults().faults().contains(FaultName.LINK_LOST) && plan.days() >= 3);
        assertEquals(new FaultPlan(Set.of(FaultName.LINK_LOST)), smallest.faults());
        assertEquals(4, smallest.days());
        assertEquals(
                "./menfang simulate --seed 7 --days 4 --gates 3 --faults link-lost",
                smallest.command());
    }

    @Test
    void a_failure_that_needs_everything_stays_as_it_is() {
        assertEquals(PLAN, shrink(PLAN::equals));
    }

    @Test
    void each_plan_is_told_before_it_is_tried() {
        List<SimulationPlan> told = new ArrayList<>();
        List<SimulationPlan> tried = new ArrayList<>();
        new Shrinker(
                        plan -> {
                            tried.add(plan);
                            return false;
                        },
                        told::add)
                .shrink(PLAN);
        assertEquals(told, tried);
    }

    private static SimulationPlan shrink(Predicate<SimulationPlan> fails) {
        return new Shrinker(fails, plan -> {}).shrink(PLAN);
    }
}
