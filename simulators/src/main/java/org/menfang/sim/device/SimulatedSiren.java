package org.menfang.sim.device;

import org.menfang.site.PointName;
import org.menfang.site.SirenPlan;
import org.menfang.vocabulary.SirenId;

/// A siren with the light beside it. It sounds while it has power.
public final class SimulatedSiren {
    private final SirenPlan plan;
    private boolean sounds;
    private boolean lit;

    SimulatedSiren(SirenPlan plan, Wires wires) {
        this.plan = plan;
        wires.onEnergised(PointName.siren(plan.id()), energised -> sounds = energised);
        wires.onEnergised(PointName.strobe(plan.id()), energised -> lit = energised);
    }

    public SirenId id() {
        return plan.id();
    }

    public boolean sounds() {
        return sounds;
    }

    public boolean isLit() {
        return lit;
    }
}
