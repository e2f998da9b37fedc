package org.menfang.sim.device;

import java.time.Duration;
import org.menfang.sim.time.Timeline;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.PointName;
import org.menfang.vocabulary.AccessPointId;

/// A button to leave by. Where the wiring says so, it also stands in the supply of a lock that
/// needs power to hold.
public final class SimulatedRex {
    private static final Duration TAP = Duration.ofMillis(300);

    private final AccessPointPlan plan;
    private final SimulatedDoor door;
    private final Wiring wiring;
    private final Timeline timeline;
    private final Wires wires;

    SimulatedRex(
            AccessPointPlan plan,
            SimulatedDoor door,
            Wiring wiring,
            Timeline timeline,
            Wires wires) {
        this.plan = plan;
        this.door = door;
        this.wiring = wiring;
        this.timeline = timeline;
        this.wires = wires;
        set(false);
    }

    public AccessPointId id() {
        return plan.id();
    }

    /// Presses it and lets it go.
    public void press() {
        set(true);
        timeline.after(TAP, () -> set(false));
    }

    private void set(boolean pressed) {
        wires.set(PointName.rex(plan.id()), pressed);
        if (wiring == Wiring.RELEASES_BY_ITSELF) {
            door.cutHoldingPower(pressed);
        }
    }
}
