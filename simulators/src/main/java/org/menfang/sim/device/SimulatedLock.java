package org.menfang.sim.device;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.time.Timeline;
import org.menfang.site.DoorPlan;
import org.menfang.site.PointName;
import org.menfang.vocabulary.FailMode;
import org.menfang.vocabulary.LockKind;

/// A strike or a maglock. It follows its power, with the delay of its kind.
final class SimulatedLock {
    /// How long a maglock still holds after its power has gone.
    static final Duration RESIDUAL_MAGNETISM = Duration.ofMillis(50);

    /// How long a strike's bolt takes to move, and a magnet to build up.
    static final Duration ACTION = Duration.ofMillis(20);

    private final LockKind kind;
    private final FailMode failMode;
    private final Timeline timeline;
    private final Consumer<Boolean> onMoved;
    private boolean driven;
    private boolean stuck;
    private boolean energised;
    private boolean powerCut;
    private boolean holds;
    private Timeline.@Nullable Planned movement;

    /// @param onMoved hears each time whether the lock holds from then on
    SimulatedLock(DoorPlan plan, Timeline timeline, Wires wires, Consumer<Boolean> onMoved) {
        kind = plan.lock();
        failMode = plan.failMode();
        this.timeline = timeline;
        this.onMoved = onMoved;
        holds = failMode == FailMode.FAIL_SECURE;
        wires.onEnergised(PointName.lock(plan.id()), this::energise);
    }

    /// Whether it holds a leaf that lies in its frame.
    boolean holds() {
        return holds;
    }

    boolean isEnergised() {
        return energised;
    }

    /// Cuts the power in the wiring, past the gate, or gives it back.
    void cutPower(boolean cut) {
        powerCut = cut;
        follow();
    }

    /// Its relay does not move any more, whatever the gate drives.
    void stickRelay() {
        stuck = true;
    }

    /// Its relay moves again, to where the gate drives it.
    void unstickRelay() {
        stuck = false;
        energise(driven);
    }

    boolean isRelayStuck() {
        return stuck;
    }

    private void energise(boolean on) {
        driven = on;
        if (!stuck) {
            energised = on;
            follow();
        }
    }

    private void follow() {
        boolean powered = energised && !powerCut;
        boolean wanted = powered != failMode.energisedToRelease();
        if (movement != null) {
            movement.cancel();
            movement = null;
        }
        if (wanted != holds) {
            movement = timeline.after(delay(wanted), () -> move(wanted));
        }
    }

    private Duration delay(boolean toHold) {
        return switch (kind) {
            case STRIKE, BARRIER -> ACTION;
            case MAGLOCK -> toHold ? ACTION : RESIDUAL_MAGNETISM;
        };
    }

    private void move(boolean toHold) {
        movement = null;
        holds = toHold;
        onMoved.accept(toHold);
    }
}
