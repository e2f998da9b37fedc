package org.menfang.gate.door;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.door.Phase.Forced;
import org.menfang.gate.door.Phase.FreelyOpen;
import org.menfang.gate.door.Phase.Held;
import org.menfang.gate.door.Phase.Open;
import org.menfang.gate.door.Phase.PreAlarm;
import org.menfang.gate.door.Phase.Released;
import org.menfang.gate.door.Phase.Secured;
import org.menfang.site.DoorPlan;
import org.menfang.site.DoorTimings;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.LockKind;

/// One door as the controller believes it to be.
///
/// Every act gives a new door. What has to be told about the difference, the lock included, follows
/// from the two doors alone: see {@link DoorChange}.
///
/// @param fire whether it stands released because of fire
/// @param passage a right to pass that has not been used; none if there is none
public record Door(
        DoorPlan plan, Intent intent, boolean fire, @Nullable Passage passage, Phase phase) {

    /// A door as it is when the gate starts: closed, until its monitor says otherwise.
    public static Door closed(DoorPlan plan, Intent intent, boolean fire) {
        Door door = new Door(plan, intent, fire, null, new Secured());
        return door.in(door.closedPhase());
    }

    public DoorId id() {
        return plan.id();
    }

    /// Whether its lock is released. This is a fact of the state and nothing else, so that no order
    /// of events can leave a lock behind.
    ///
    /// A strike secures again as soon as the leaf is open: the latch falls in by itself when the
    /// door closes. A magnet would pull at nothing while the leaf is open, so it waits for the
    /// leaf; but only until the leaf has been open for too long, so that a monitor that lies cannot
    /// keep the door released.
    public boolean lockReleased() {
        return standsReleased() || passage != null || magnetWaits();
    }

    /// Gives one person a right to pass. While the leaf is open, the right is for the next opening,
    /// and the leaf may stay open for as long again.
    ///
    /// @param grant the `events` seq of the grant; none for somebody who leaves by REX
    public Door grant(
            @Nullable AccessPointId accessPoint,
            boolean exit,
            boolean extended,
            @Nullable Long grant,
            MonotonicTime now) {
        DoorTimings timings = plan.timings();
        Duration release = extended ? timings.extendedRelease() : timings.release();
        Passage asked =
                new Passage(
                        accessPoint,
                        exit,
                        extended,
                        now.plus(release),
                        grant == null ? List.of() : List.of(grant));
        Passage merged = passage == null ? asked : passage.and(asked);
        Door granted = with(merged);
        return switch (phase) {
            case Secured _, Released _ -> granted.in(new Released());
            case Open(MonotonicTime heldAt) -> granted.heldNotBefore(heldAt, extended, now);
            case PreAlarm(MonotonicTime heldAt) -> granted.heldNotBefore(heldAt, extended, now);
            case FreelyOpen _, Held _, Forced _ -> granted;
        };
    }

    /// The leaf left its frame.
    public Door open(MonotonicTime now) {
        if (phase.isOpen()) {
            return this;
        }
        Passage used = passage;
        if (standsReleased()) {
            return with(null).in(new FreelyOpen());
        }
        return used == null ? in(new Forced()) : with(null).in(openUntil(used.extended(), now));
    }

    /// The monitor's first word since the start is that the leaf is open. Nobody knows whether
    /// somebody forced it, so that it only has to be closed in time.
    public Door foundOpen(MonotonicTime now) {
        return in(standsReleased() ? new FreelyOpen() : openUntil(false, now));
    }

    /// The leaf is back in its frame.
    public Door close() {
        return phase.isOpen() ? in(closedPhase()) : this;
    }

    /// Does what is due: ends a passage that nobody used, warns, and declares the door held.
    public Door timeIsDue(MonotonicTime now) {
        Door door = passage != null && !now.isBefore(passage.until()) ? withoutPassage() : this;
        return switch (door.phase) {
            case Open(MonotonicTime heldAt) -> door.in(dueWhileOpen(heldAt, now));
            case PreAlarm(MonotonicTime heldAt) -> door.in(dueWhileOpen(heldAt, now));
            case Secured _, Released _, FreelyOpen _, Held _, Forced _ -> door;
        };
    }

    /// The fire release begins or ends.
    public Door fire(boolean active, MonotonicTime now) {
        return active == fire ? this : new Door(plan, intent, active, passage, phase).settled(now);
    }

    /// What a person asks of the door; empty where it is refused. What secures the door takes back
    /// a right to enter that nobody used, and never a right to leave.
    public Optional<Door> act(DoorAct act, MonotonicTime now) {
        return intent.after(act)
                .map(next ->
                        switch (act) {
                            case ACCESS -> grant(null, false, false, null, now);
                            case LOCK, BLOCK, LOCK_DOWN ->
                                    intending(next).withoutEntry().settled(now);
                            case UNLOCK, LOCK_OPEN, LOCK_DOWN_RELEASE, LOCK_OPEN_RELEASE ->
                                    intending(next).settled(now);
                        });
    }

    /// Whether a credential with a right may pass at all.
    public boolean obeysCredentials() {
        return intent.mode() != DoorMode.BLOCKED && intent.mode() != DoorMode.LOCKED_DOWN;
    }

    /// The mode as people see it: ACCESSED while a locked door is released for one passage.
    public DoorMode shownMode() {
        return intent.mode() == DoorMode.LOCKED && passage != null
                ? DoorMode.ACCESSED
                : intent.mode();
    }

    /// When {@link #timeIsDue} has something to do; empty for never.
    public Optional<MonotonicTime> wakeAt() {
        Optional<MonotonicTime> passageEnds = Optional.ofNullable(passage).map(Passage::until);
        Optional<MonotonicTime> openEnds =
                switch (phase) {
                    case Open(MonotonicTime heldAt) -> Optional.of(warningBefore(heldAt));
                    case PreAlarm(MonotonicTime heldAt) -> Optional.of(heldAt);
                    case Secured _, Released _, FreelyOpen _, Held _, Forced _ -> Optional.empty();
                };
        return Stream.of(passageEnds, openEnds)
                .flatMap(Optional::stream)
                .min(MonotonicTime::compareTo);
    }

    private boolean standsReleased() {
        return fire || intent.standsReleased();
    }

    private boolean magnetWaits() {
        return plan.lock() == LockKind.MAGLOCK
                && switch (phase) {
                    case Open _, PreAlarm _ -> true;
                    case Secured _, Released _, FreelyOpen _, Held _, Forced _ -> false;
                };
    }

    /// The phase that fits after intent or fire changed. A door that was forced stays forced until
    /// it is closed.
    private Door settled(MonotonicTime now) {
        return switch (phase) {
            case Secured _, Released _ -> in(closedPhase());
            case Open _, PreAlarm _, Held _ -> standsReleased() ? in(new FreelyOpen()) : this;
            case FreelyOpen _ -> standsReleased() ? this : in(openUntil(false, now));
            case Forced _ -> this;
        };
    }

    private Phase closedPhase() {
        return standsReleased() || passage != null ? new Released() : new Secured();
    }

    private Door withoutPassage() {
        Door without = with(null);
        return phase.isOpen() ? without : without.in(without.closedPhase());
    }

    private Door withoutEntry() {
        return passage == null || passage.exit() ? this : with(null);
    }

    private Open openUntil(boolean extended, MonotonicTime now) {
        DoorTimings timings = plan.timings();
        return new Open(now.plus(extended ? timings.extendedHeld() : timings.held()));
    }

    private Door heldNotBefore(MonotonicTime heldAt, boolean extended, MonotonicTime now) {
        Open asked = openUntil(extended, now);
        return in(asked.heldAt().isBefore(heldAt) ? new Open(heldAt) : asked);
    }

    private Phase dueWhileOpen(MonotonicTime heldAt, MonotonicTime now) {
        if (!now.isBefore(heldAt)) {
            return new Held();
        }
        return now.isBefore(warningBefore(heldAt)) ? phase : new PreAlarm(heldAt);
    }

    private MonotonicTime warningBefore(MonotonicTime heldAt) {
        return heldAt.plus(plan.timings().preAlarm().negated());
    }

    private Door in(Phase next) {
        return new Door(plan, intent, fire, passage, next);
    }

    private Door with(@Nullable Passage next) {
        return new Door(plan, intent, fire, next, phase);
    }

    private Door intending(Intent next) {
        return new Door(plan, next, fire, passage, phase);
    }
}
