package org.menfang.sim.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.menfang.sim.compound.Compound;

/// Which faults come. Each has a stream of chance of its own, so that one more or one less changes
/// nothing for the others.
public record FaultPlan(Set<FaultName> faults) {
    public FaultPlan {
        faults = Set.copyOf(faults);
    }

    public static FaultPlan none() {
        return new FaultPlan(Set.of());
    }

    public static FaultPlan all() {
        return new FaultPlan(EnumSet.allOf(FaultName.class));
    }

    /// The same without one of them.
    public FaultPlan without(FaultName fault) {
        return new FaultPlan(
                faults.stream().filter(each -> each != fault).collect(Collectors.toSet()));
    }

    /// Plans all of them.
    ///
    /// @param lasts nothing goes wrong any more when so much time has passed
    public void on(Compound compound, Weather weather, Duration lasts) {
        for (FaultName name : FaultName.values()) {
            if (faults.contains(name)) {
                of(name).plan(
                                new Fault.Stage(
                                        compound,
                                        weather,
                                        compound.chance("fault " + name.word()),
                                        lasts));
            }
        }
    }

    private static Fault of(FaultName name) {
        return switch (name) {
            case POWER_CUT -> new PowerCuts();
            case LINK_LOST -> new LostLinks();
        };
    }

    /// As people write it: `all`, `none`, or the names.
    public String words() {
        if (faults.isEmpty()) {
            return "none";
        }
        if (faults.size() == FaultName.values().length) {
            return "all";
        }
        return faults.stream().sorted().map(FaultName::word).collect(Collectors.joining(","));
    }
}
