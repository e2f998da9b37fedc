package org.menfang.sim;

import org.menfang.sim.fault.FaultPlan;

/// What is simulated.
///
/// @param seed what all chance comes from
/// @param days 1 and up
/// @param gates 1 to {@link #GATES_MAX}
/// @param households 15 and up
/// @param outPercent how many of a hundred people set out on a day
public record SimulationPlan(
        long seed, int days, int gates, int households, int outPercent, FaultPlan faults) {
    public static final int DAYS_MAX = 366;
    public static final int GATES_MAX = 12;

    public SimulationPlan {
        if (days < 1 || days > DAYS_MAX) {
            throw new IllegalArgumentException("1 to " + DAYS_MAX + " days: " + days);
        }
        if (gates < 1 || gates > GATES_MAX) {
            throw new IllegalArgumentException("1 to " + GATES_MAX + " gates: " + gates);
        }
    }

    /// The same with other faults.
    public SimulationPlan with(FaultPlan others) {
        return new SimulationPlan(seed, days, gates, households, outPercent, others);
    }

    /// The same for another number of days.
    public SimulationPlan lasting(int otherDays) {
        return new SimulationPlan(seed, otherDays, gates, households, outPercent, faults);
    }

    /// The command that does the same again.
    public String command() {
        return "./menfang simulate --seed "
                + seed
                + " --days "
                + days
                + " --gates "
                + gates
                + " --faults "
                + faults.words();
    }
}
