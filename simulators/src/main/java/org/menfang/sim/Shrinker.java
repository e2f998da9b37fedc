package org.menfang.sim;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.menfang.sim.fault.FaultName;

/// Makes a simulation that fails smaller: switches off one stream of faults after the other, and
/// keeps off those without which it fails all the same; then ends it on the earliest day.
public final class Shrinker {
    private final Predicate<SimulationPlan> fails;
    private final Consumer<SimulationPlan> progress;

    /// @param progress hears of each plan before it is tried
    public Shrinker(Predicate<SimulationPlan> fails, Consumer<SimulationPlan> progress) {
        this.fails = fails;
        this.progress = progress;
    }

    /// @param plan that fails
    /// @return one that fails as well, with no more faults and no more days
    public SimulationPlan shrink(SimulationPlan plan) {
        SimulationPlan smallest = plan;
        for (FaultName fault : FaultName.values()) {
            if (smallest.faults().faults().contains(fault)) {
                smallest = smaller(smallest, smallest.with(smallest.faults().without(fault)));
            }
        }
        for (int days = 1; days < smallest.days(); days *= 2) {
            if (stillFails(smallest.lasting(days))) {
                return smallest.lasting(days);
            }
        }
        return smallest;
    }

    private SimulationPlan smaller(SimulationPlan known, SimulationPlan tried) {
        return stillFails(tried) ? tried : known;
    }

    private boolean stillFails(SimulationPlan plan) {
        progress.accept(plan);
        return fails.test(plan);
    }
}
