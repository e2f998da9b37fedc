package org.menfang.sim.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.time.Chance;
import org.menfang.sim.time.Timeline;
import org.menfang.site.PointName;

/// The contact that tells whether a leaf is open. Like every piece of metal it bounces.
final class Contact {
    private static final Duration BOUNCE_STEP_MIN = Duration.ofNanos(300_000);
    private static final Duration BOUNCE_STEP_MAX = Duration.ofMillis(4);
    private static final int BOUNCES_MAX = 3;

    private final PointName point;
    private final Timeline timeline;
    private final Wires wires;
    private final Chance chance;
    private final List<Timeline.Planned> bounces = new ArrayList<>();
    private boolean open;
    private @Nullable Boolean stuck;

    Contact(PointName point, Timeline timeline, Wires wires, Chance chance) {
        this.point = point;
        this.timeline = timeline;
        this.wires = wires;
        this.chance = chance;
        wires.set(point, false);
    }

    boolean isOpen() {
        return open;
    }

    void set(boolean leafIsOpen) {
        open = leafIsOpen;
        stopBouncing();
        if (stuck != null) {
            return;
        }
        Duration passed = Duration.ZERO;
        for (int bounce = chance.below(BOUNCES_MAX + 1); bounce > 0; bounce--) {
            passed = planBounce(passed);
        }
        wires.set(point, open);
    }

    /// From now on tells the same, wherever the leaf is.
    void stick(boolean tellsOpen) {
        stopBouncing();
        stuck = tellsOpen;
        wires.set(point, tellsOpen);
    }

    /// Tells the truth again.
    void unstick() {
        stuck = null;
        wires.set(point, open);
    }

    /// Rattles for so long, as a worn contact in the wind does, and ends with the truth.
    void rattle(Duration duration) {
        stopBouncing();
        if (stuck != null) {
            return;
        }
        Duration passed = Duration.ZERO;
        while (passed.compareTo(duration) < 0) {
            passed = planBounce(passed);
        }
    }

    /// Plans one flip to the wrong state and one back.
    private Duration planBounce(Duration after) {
        Duration wrong = after.plus(chance.between(BOUNCE_STEP_MIN, BOUNCE_STEP_MAX));
        Duration right = wrong.plus(chance.between(BOUNCE_STEP_MIN, BOUNCE_STEP_MAX));
        bounces.add(timeline.after(wrong, () -> wires.set(point, !open)));
        bounces.add(timeline.after(right, () -> wires.set(point, open)));
        return right;
    }

    private void stopBouncing() {
        bounces.forEach(Timeline.Planned::cancel);
        bounces.clear();
    }
}
