package org.menfang.sim.device;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.sim.time.Timeline;
import org.menfang.site.LampPlan;
import org.menfang.site.PointName;
import org.menfang.vocabulary.LampId;

/// A lamp with its relay and its line. Current flows once it is switched on, its line is whole, it
/// is not dead, and it has started.
public final class SimulatedLamp {
    /// How long a discharge lamp takes from power to current.
    static final Duration IGNITION = Duration.ofMillis(700);

    private static final Duration FULL_BRIGHTNESS = Duration.ofSeconds(4);

    private final LampPlan plan;
    private final Timeline timeline;
    private final Wires wires;
    private boolean driven;
    private boolean stuck;
    private boolean energised;
    private boolean lineCut;
    private boolean dead;
    private @Nullable MonotonicTime burningSince;
    private Timeline.@Nullable Planned ignition;

    SimulatedLamp(LampPlan plan, Timeline timeline, Wires wires) {
        this.plan = plan;
        this.timeline = timeline;
        this.wires = wires;
        wires.set(PointName.line(plan.id()), true);
        wires.set(PointName.current(plan.id()), false);
        wires.onEnergised(PointName.lamp(plan.id()), this::energise);
    }

    public LampId id() {
        return plan.id();
    }

    public LampPlan plan() {
        return plan;
    }

    public boolean isEnergised() {
        return energised;
    }

    public boolean isBurning() {
        return burningSince != null;
    }

    public boolean isLineCut() {
        return lineCut;
    }

    public boolean isDead() {
        return dead;
    }

    /// 0 for dark, 1 for full light.
    public double brightness() {
        if (burningSince == null) {
            return 0;
        }
        double passed = burningSince.until(timeline.now()).toNanos();
        return Math.min(1, 0.3 + passed / FULL_BRIGHTNESS.toNanos());
    }

    public void cutLine() {
        setLineCut(true);
    }

    public void mendLine() {
        setLineCut(false);
    }

    /// From now on it does not burn any more.
    public void kill() {
        dead = true;
        follow();
    }

    public void replace() {
        dead = false;
        follow();
    }

    /// Its relay does not move any more, whatever the gate drives.
    public void stickRelay() {
        stuck = true;
    }

    /// Its relay moves again, to where the gate drives it.
    public void unstickRelay() {
        stuck = false;
        energise(driven);
    }

    public boolean isRelayStuck() {
        return stuck;
    }

    private void energise(boolean on) {
        driven = on;
        if (!stuck) {
            energised = on;
            follow();
        }
    }

    private void setLineCut(boolean cut) {
        lineCut = cut;
        wires.set(PointName.line(plan.id()), !cut);
        follow();
    }

    private void follow() {
        boolean canBurn = energised && !lineCut && !dead;
        if (!canBurn) {
            extinguish();
        } else if (burningSince == null && ignition == null) {
            ignition = timeline.after(IGNITION, this::ignite);
        }
    }

    private void ignite() {
        ignition = null;
        burningSince = timeline.now();
        wires.set(PointName.current(plan.id()), true);
    }

    private void extinguish() {
        if (ignition != null) {
            ignition.cancel();
            ignition = null;
        }
        burningSince = null;
        wires.set(PointName.current(plan.id()), false);
    }
}
