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
    private static final Duration FINGER_STAYS = Duration.ofSeconds(3);

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
        if (door.isRelayStuck()) {
            pressOn();
        }
    }

    /// Against a relay that does not move helps only the button's own contact in the supply of the
    /// lock, which the wiring guide demands, and a finger that stays on it while the other hand
    /// pushes.
    private void pressOn() {
        door.cutHoldingPower(true);
        timeline.after(FINGER_STAYS, () -> door.cutHoldingPower(false));
    }

    private void set(boolean pressed) {
        wires.set(PointName.rex(plan.id()), pressed);
        if (wiring == Wiring.RELEASES_BY_ITSELF) {
            door.cutHoldingPower(pressed);
        }
    }
}
