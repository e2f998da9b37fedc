package org.menfang.gate.door;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.door.Intent.Lasting;
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
/// @param passage a right to pass that has not been used; none if there is none
public record Door(DoorPlan plan, Intent intent, @Nullable Passage passage, Phase phase) {

    /// A door as it is when the gate starts: closed, until its monitor says otherwise.
    public static Door closed(DoorPlan plan, Intent intent) {
        Door door = new Door(plan, intent, null, new Secured());
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
        return intent.standsReleased() || passage != null || magnetWaits();
    }

    /// Gives one person a right to pass. While the leaf is open, the right is also for the next
    /// opening, and the leaf may stay open for as long again.
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
                        phase.isOpen(),
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
        if (intent.standsReleased()) {
            return with(null).in(new FreelyOpen());
        }
        return used == null ? in(new Forced()) : with(null).in(openUntil(used.extended(), now));
    }

    /// The monitor's first word since the start is that the leaf is open. Nobody knows whether
    /// somebody forced it, so that it only has to be closed in time.
    public Door foundOpen(MonotonicTime now) {
        return in(intent.standsReleased() ? new FreelyOpen() : openUntil(false, now));
    }

    /// The leaf is back in its frame.
    public Door close() {
        return phase.isOpen() ? in(closedPhase()) : this;
    }

    /// Does what is due: ends a lock-down or a hold-open, and a passage that nobody used; warns,
    /// and declares the door held.
    public Door timeIsDue(MonotonicTime now) {
        boolean unused = passage != null && !now.isBefore(passage.until());
        Door door = (unused ? withoutPassage() : this).meant(intent.at(now), now);
        return switch (door.phase) {
            case Open(MonotonicTime heldAt) -> door.in(door.dueWhileOpen(heldAt, now));
            case PreAlarm(MonotonicTime heldAt) -> door.in(door.dueWhileOpen(heldAt, now));
            case Secured _, Released _, FreelyOpen _, Held _, Forced _ -> door;
        };
    }

    /// The door with another intent. Where it no longer obeys credentials, a right to enter that
    /// nobody used is taken back, and never a right to leave.
    public Door meant(Intent next, MonotonicTime now) {
        if (next.equals(intent)) {
            return this;
        }
        boolean shuts = intent.obeysCredentials() && !next.obeysCredentials();
        return (shuts ? withoutEntry() : this).intending(next).settled(now);
    }

    /// @param mode what the compound's level makes of it; none where it has nothing to say
    Door inLevel(@Nullable DoorMode mode, MonotonicTime now) {
        return meant(intent.withLevel(mode), now);
    }

    /// What a person asks of the door; empty where it is refused. What secures the door takes back
    /// a right to enter that nobody used.
    ///
    /// @param lockDown how long a lock-down lasts
    public Optional<Door> act(DoorAct act, Moment now, Duration lockDown) {
        MonotonicTime time = now.monotonic();
        Lasting down = lasting(DoorMode.LOCKED_DOWN, now, lockDown);
        return intent.after(act, now.isTrusted() ? now.wall() : null, down)
                .map(next ->
                        switch (act) {
                            case ACCESS -> grant(null, false, false, null, time);
                            case LOCK, BLOCK, LOCK_DOWN -> withoutEntry().meant(next, time);
                            case UNLOCK, LOCK_OPEN, LOCK_DOWN_RELEASE, LOCK_OPEN_RELEASE ->
                                    meant(next, time);
                        });
    }

    /// Stands released for a while; empty where that is refused.
    public Optional<Door> holdOpen(Moment now, Duration lasts) {
        return intent.held(lasting(DoorMode.UNLOCKED, now, lasts))
                .map(next -> meant(next, now.monotonic()));
    }

    /// Whether a credential with a right may pass at all.
    public boolean obeysCredentials() {
        return intent.obeysCredentials();
    }

    /// Whether a person may release the door for one passage.
    public boolean obeysRelease() {
        return intent.obeysRelease();
    }

    /// The mode as people see it: ACCESSED while a locked door is released for one passage.
    public DoorMode shownMode() {
        return intent.mode() == DoorMode.LOCKED && passage != null
                ? DoorMode.ACCESSED
                : intent.mode();
    }

    /// When {@link #timeIsDue} has something to do; {@link MonotonicTime#NEVER} if it has not.
    public MonotonicTime wakeAt() {
        MonotonicTime passageEnds = passage == null ? MonotonicTime.NEVER : passage.until();
        MonotonicTime openEnds =
                switch (phase) {
                    case Open(MonotonicTime heldAt) -> warningBefore(heldAt);
                    case PreAlarm(MonotonicTime heldAt) -> heldAt;
                    case Secured _, Released _, FreelyOpen _, Held _, Forced _ ->
                            MonotonicTime.NEVER;
                };
        return MonotonicTime.earliest(
                MonotonicTime.earliest(passageEnds, openEnds), intent.wakeAt());
    }

    private boolean magnetWaits() {
        return plan.lock() == LockKind.MAGLOCK
                && switch (phase) {
                    case Open _, PreAlarm _ -> true;
                    case Secured _, Released _, FreelyOpen _, Held _, Forced _ -> false;
                };
    }

    /// The phase that fits after the intent changed. A door that was forced stays forced until it
    /// is closed.
    private Door settled(MonotonicTime now) {
        return switch (phase) {
            case Secured _, Released _ -> in(closedPhase());
            case Open _, PreAlarm _, Held _ ->
                    intent.standsReleased() ? in(new FreelyOpen()) : this;
            case FreelyOpen _ -> intent.standsReleased() ? this : in(openUntil(false, now));
            case Forced _ -> this;
        };
    }

    private Phase closedPhase() {
        return intent.standsReleased() || passage != null ? new Released() : new Secured();
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
        return new Door(plan, intent, passage, next);
    }

    private Door with(@Nullable Passage next) {
        return new Door(plan, intent, next, phase);
    }

    private Door intending(Intent next) {
        return new Door(plan, next, passage, phase);
    }

    private static Lasting lasting(DoorMode mode, Moment now, Duration lasts) {
        return new Lasting(
                mode, now.monotonic().plus(lasts), now.isTrusted() ? now.wall().plus(lasts) : null);
    }
}
