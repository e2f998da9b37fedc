package org.menfang.gate.door;

import java.util.List;
import java.util.TreeMap;
import org.menfang.gate.Effect;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Turn;
import org.menfang.site.DoorPlan;
import org.menfang.site.PointName;
import org.menfang.site.Site;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.LockKind;

/// The arms of all barriers: between what a door wants of its lock and what its output is given.
final class Arms {
    private final TreeMap<DoorId, Hung> hung = new TreeMap<>();

    private record Hung(DoorPlan plan, Arm arm) {}

    Arms(Site site) {
        for (DoorPlan plan : site.doors()) {
            if (plan.lock() == LockKind.BARRIER) {
                hung.put(plan.id(), new Hung(plan, Arm.UNKNOWN));
            }
        }
    }

    /// A door wants its lock released or secured.
    ///
    /// @return whether its output is to release now
    boolean wants(Turn turn, DoorPlan plan, boolean released) {
        Hung old = hung.get(plan.id());
        if (old == null) {
            return released;
        }
        Arm arm = old.arm().wants(released, plan.timings().release(), turn.time());
        return put(old, arm).arm().up();
    }

    /// The loop of a barrier says whether something is under its arm.
    void loopChanged(Turn turn, DoorId id, boolean occupied) {
        Hung old = hung.get(id);
        if (old == null) {
            throw new IllegalArgumentException("the site has no barrier " + id);
        }
        change(turn, old, old.arm().loop(occupied, turn.time()));
    }

    /// The monitor of a door says whether it is open; nothing happens to one without an arm.
    void monitorChanged(Turn turn, DoorId id, boolean open) {
        Hung old = hung.get(id);
        if (old != null) {
            change(turn, old, old.arm().lying(!open, turn.time()));
        }
    }

    MonotonicTime wakeAt() {
        MonotonicTime nearest = MonotonicTime.NEVER;
        for (Hung each : hung.values()) {
            nearest = MonotonicTime.earliest(nearest, each.arm().wakeAt());
        }
        return nearest;
    }

    void timeIsDue(Turn turn) {
        for (Hung each : List.copyOf(hung.values())) {
            if (turn.isDue(each.arm().wakeAt())) {
                change(turn, each, each.arm().at(turn.time()));
            }
        }
    }

    private void change(Turn turn, Hung old, Arm arm) {
        put(old, arm);
        if (arm.up() != old.arm().up()) {
            boolean energised = arm.up() == old.plan().failMode().energisedToRelease();
            turn.ask(new Effect.Energise(PointName.lock(old.plan().id()), energised));
        }
    }

    private Hung put(Hung old, Arm arm) {
        Hung next = new Hung(old.plan(), arm);
        hung.put(old.plan().id(), next);
        return next;
    }
}
