package org.menfang.sim.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.time.Chance;
import org.menfang.sim.time.Timeline;
import org.menfang.site.DoorPlan;
import org.menfang.site.PointName;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.FailMode;
import org.menfang.vocabulary.LockKind;

/// A door with its leaf, its lock, its contact and its closer.
public final class SimulatedDoor {
    /// How long the closer takes (GB 55019-2021: 3 s).
    static final Duration CLOSER = Duration.ofSeconds(3);

    static final Duration PUSH = Duration.ofMillis(800);
    private static final Duration BLOW = Duration.ofMillis(150);

    private final DoorPlan plan;
    private final SimulatedLock lock;
    private final Contact contact;
    private final Leaf leaf;
    private final @Nullable SimulatedLane lane;
    private final Set<Grip> hands = new HashSet<>();
    private final List<Runnable> releaseListeners = new ArrayList<>();

    SimulatedDoor(DoorPlan plan, Timeline timeline, Wires wires, Chance chance) {
        this.plan = plan;
        lock = new SimulatedLock(plan, timeline, wires, this::moved);
        contact = new Contact(PointName.monitor(plan.id()), timeline, wires, chance);
        leaf = new Leaf(timeline, contact::set);
        lane =
                plan.lock() == LockKind.BARRIER
                        ? new SimulatedLane(plan.id(), timeline, wires, leaf)
                        : null;
    }

    public DoorId id() {
        return plan.id();
    }

    public DoorPlan plan() {
        return plan;
    }

    public Leaf leaf() {
        return leaf;
    }

    /// What drives through, if it is a barrier: its leaf is the arm then.
    public Optional<SimulatedLane> lane() {
        return Optional.ofNullable(lane);
    }

    /// Whether the lock holds the leaf, or will hold it once it is closed.
    public boolean lockHolds() {
        return lock.holds();
    }

    /// Whether nobody can push it open.
    public boolean isSecured() {
        return leaf.isClosed() && lock.holds();
    }

    public boolean contactIsOpen() {
        return contact.isOpen();
    }

    public boolean isHeldByHand() {
        return !hands.isEmpty();
    }

    /// Puts a hand on the leaf and pushes; nothing moves if it is secured, and nobody pushes the
    /// arm of a barrier.
    public Optional<Grip> push() {
        return lane != null || isSecured() ? Optional.empty() : Optional.of(grasp(PUSH));
    }

    /// Leaves by the handle, which draws the bolt of a lock that is secured without power. There is
    /// none on other doors: their power must go.
    public Optional<Grip> turnHandle() {
        return plan.failMode() == FailMode.FAIL_SECURE ? Optional.of(grasp(PUSH)) : push();
    }

    /// Breaks it open, whatever holds it.
    public Grip force() {
        return grasp(BLOW);
    }

    /// Makes the contact rattle, wherever the leaf is.
    public void rattle(Duration duration) {
        contact.rattle(duration);
    }

    /// Makes the contact tell the same, wherever the leaf is.
    public void stickContact(boolean tellsOpen) {
        contact.stick(tellsOpen);
    }

    public void unstickContact() {
        contact.unstick();
    }

    /// Makes the relay of the lock stay as it is, whatever the gate drives.
    public void stickRelay() {
        lock.stickRelay();
    }

    public void unstickRelay() {
        lock.unstickRelay();
    }

    public boolean isRelayStuck() {
        return lock.isRelayStuck();
    }

    /// Cuts the power of a lock that needs power to hold, as a fire relay or an exit button in its
    /// supply does; gives it back.
    public void cutHoldingPower(boolean cut) {
        if (plan.failMode() == FailMode.FAIL_SAFE) {
            lock.cutPower(cut);
        }
    }

    /// Runs each time the lock ceases to hold.
    public void onReleased(Runnable listener) {
        releaseListeners.add(listener);
    }

    private void moved(boolean holds) {
        if (lane != null) {
            lane.follow(holds);
        }
        if (!holds) {
            List.copyOf(releaseListeners).forEach(Runnable::run);
        }
    }

    private Grip grasp(Duration wholeWay) {
        Grip grip = new Grip();
        hands.add(grip);
        leaf.open(wholeWay);
        return grip;
    }

    /// A hand that keeps the leaf open.
    public final class Grip {
        private Grip() {}

        /// Takes the hand away; after the last one the closer pulls.
        public void letGo() {
            if (!hands.remove(this) || !hands.isEmpty()) {
                return;
            }
            if (lane == null) {
                leaf.close(CLOSER);
            } else {
                lane.follow(lock.holds());
            }
        }
    }
}
