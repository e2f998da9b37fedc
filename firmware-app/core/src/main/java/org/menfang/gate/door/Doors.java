package org.menfang.gate.door;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Effect;
import org.menfang.gate.Limits;
import org.menfang.gate.Memory;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.gate.alarm.Alarms;
import org.menfang.rules.LevelRule;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.DoorPlan;
import org.menfang.site.PointName;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.FailMode;
import org.menfang.vocabulary.OperatorName;
import org.menfang.wire.EventBody;

/// The doors of the gate: holds each, and tells what follows when one becomes another.
public final class Doors implements Timed {
    private final Site site;
    private final Alarms alarms;
    private final PassageWatch watch;
    private final TreeMap<DoorId, Hung> hung = new TreeMap<>();
    private final MonotonicTime readingsEnd = MonotonicTime.START.plus(Limits.FIRST_READING);
    private final Arms arms;
    private boolean allRead;
    private @Nullable List<DoorBelief> beliefs;
    private @Nullable List<Memory.DoorModeSet> modes;

    /// Begins with the modes that people have set, and with the fire release if nobody has reset
    /// it.
    public Doors(Site site, Alarms alarms, List<Memory.DoorModeSet> modes, PassageWatch watch) {
        this.site = site;
        this.alarms = alarms;
        this.watch = watch;
        arms = new Arms(site);
        boolean fire = isFire();
        for (DoorPlan plan : site.doors()) {
            Intent intent =
                    modes.stream()
                            .filter(mode -> mode.door().equals(plan.id()))
                            .findFirst()
                            .map(SetModes::intent)
                            .orElse(Intent.LOCKED)
                            .withFire(fire);
            hung.put(plan.id(), new Hung(Door.closed(plan, intent), Leaf.CLOSED, false));
        }
    }

    /// A door with its leaf.
    ///
    /// @param read whether its monitor has said anything since the start
    private record Hung(Door door, Leaf leaf, boolean read) {
        Hung with(Door next) {
            return new Hung(next, leaf, read);
        }

        /// When something is due. A leaf on the move is waited for, so that a door that was opened
        /// in the last moment of a grant is not taken for forced; but never for long.
        MonotonicTime wakeAt() {
            MonotonicTime due = door.wakeAt();
            MonotonicTime movesAt = leaf.movesAt();
            return movesAt == null
                    ? due
                    : MonotonicTime.earliest(due.plus(Limits.LEAF_STILL), movesAt);
        }
    }

    public Door door(DoorId id) {
        return find(id).door();
    }

    public boolean has(DoorId id) {
        return hung.containsKey(id);
    }

    /// Brings every lock to where its door wants it.
    public void driveAll(Turn turn) {
        hung.values().forEach(each -> drive(turn, each.door()));
    }

    /// Goes on with what outlived a power cut: gives lock-downs what is left of their time.
    ///
    /// @param lockDown how long a lock-down lasts
    public void begin(Moment now, Duration lockDown) {
        hung.replaceAll((_, each) -> each.with(SetModes.begun(each.door(), now, lockDown)));
        changed();
    }

    /// Goes on with a level that outlived a power cut, and tells nothing: it was told when the
    /// level was set.
    public void resumeLevel(MonotonicTime now, List<LevelRule.DoorEffect> effects) {
        hung.replaceAll((id, each) -> each.with(each.door().inLevel(modeOf(id, effects), now)));
        changed();
    }

    /// Takes the power from every lock: each goes to the state that it has without any.
    public void driveSafe(Turn turn) {
        hung.keySet().forEach(id -> turn.ask(new Effect.Energise(PointName.lock(id), false)));
    }

    /// The loop of a barrier says whether something is under its arm.
    public void loopChanged(Turn turn, DoorId id, boolean occupied) {
        arms.loopChanged(turn, id, occupied);
    }

    public void monitorChanged(Turn turn, DoorId id, boolean open) {
        Hung old = find(id);
        arms.monitorChanged(turn, id, open);
        if (!old.read() && turn.time().isBefore(readingsEnd)) {
            firstReading(turn, old, open);
            return;
        }
        put(new Hung(old.door(), old.leaf().reported(open, turn.time()), true));
    }

    /// Gives a right to pass.
    ///
    /// @param accessPoint where; none for a release from afar
    /// @param exit whether somebody leaves
    /// @param extended whether the person needs longer times
    /// @param grant the `events` seq of the grant; none for somebody who leaves by REX
    public void grant(
            Turn turn,
            DoorId id,
            @Nullable AccessPointId accessPoint,
            boolean exit,
            boolean extended,
            @Nullable Long grant) {
        change(turn, id, door -> door.grant(accessPoint, exit, extended, grant, turn.time()), null);
    }

    /// Somebody asks to leave: the lock is released before anything is written.
    public void exit(Turn turn, AccessPointPlan accessPoint) {
        grant(turn, accessPoint.door(), accessPoint.id(), true, false, null);
        turn.write(new EventBody.ExitRequested(accessPoint.id(), accessPoint.door()));
    }

    /// Does what a person asks of a door from afar, other than to release it for one passage.
    ///
    /// @param lockDown how long a lock-down lasts
    public CommandOutcome act(
            Turn turn, DoorId id, DoorAct act, OperatorName by, Duration lockDown) {
        return asked(turn, id, door(id).act(act, turn.now(), lockDown), by);
    }

    /// A person lets a door stand open for a while.
    public CommandOutcome holdOpen(Turn turn, DoorId id, Duration lasts, OperatorName by) {
        return asked(turn, id, door(id).holdOpen(turn.now(), lasts), by);
    }

    /// Makes of every door what the compound's level says.
    ///
    /// @param effects what they say; a door that they do not name goes on as usual
    public void obeyLevel(Turn turn, List<LevelRule.DoorEffect> effects) {
        for (DoorId id : hung.keySet()) {
            change(turn, id, door -> door.inLevel(modeOf(id, effects), turn.time()), null);
        }
    }

    /// Makes of a door what its schedules say.
    ///
    /// @param kept what is left of a person's act
    public void obeySchedule(Turn turn, DoorId id, DoorMode mode, Intent.@Nullable Act kept) {
        change(
                turn,
                id,
                door -> door.meant(door.intent().withSchedule(mode, kept), turn.time()),
                null);
    }

    /// Doors stand released from the moment the fire alarm is raised until a person has reset it.
    public void settle(Turn turn) {
        boolean fire = isFire();
        for (DoorId id : hung.keySet()) {
            change(turn, id, door -> door.meant(door.intent().withFire(fire), turn.time()), null);
        }
    }

    public boolean isFire() {
        return alarms.isOpen(AlarmKind.FIRE, alarms.gate());
    }

    /// What persons made of doors.
    public List<Memory.DoorModeSet> modes() {
        List<Memory.DoorModeSet> known = modes;
        if (known == null) {
            known =
                    hung.values().stream()
                            .flatMap(each -> SetModes.of(each.door()).stream())
                            .toList();
            modes = known;
        }
        return known;
    }

    public List<DoorBelief> beliefs() {
        List<DoorBelief> known = beliefs;
        if (known == null) {
            known = hung.values().stream().map(Hung::door).map(DoorBelief::of).toList();
            beliefs = known;
        }
        return known;
    }

    @Override
    public MonotonicTime wakeAt() {
        MonotonicTime nearest = allRead ? MonotonicTime.NEVER : readingsEnd;
        for (Hung each : hung.values()) {
            nearest = MonotonicTime.earliest(nearest, each.wakeAt());
        }
        return MonotonicTime.earliest(nearest, arms.wakeAt());
    }

    @Override
    public void timeIsDue(Turn turn) {
        arms.timeIsDue(turn);
        if (!allRead && turn.isDue(readingsEnd)) {
            endReadings(turn);
        }
        for (Hung each : List.copyOf(hung.values())) {
            if (turn.isDue(each.wakeAt())) {
                timeIsDue(turn, each);
            }
        }
    }

    private void timeIsDue(Turn turn, Hung old) {
        DoorId id = old.door().id();
        if (old.leaf().hasMoved(turn.time())) {
            Leaf leaf = old.leaf().moved();
            put(new Hung(old.door(), leaf, true));
            change(turn, id, door -> leaf.open() ? door.open(turn.time()) : door.close(), null);
        }
        change(turn, id, door -> door.timeIsDue(turn.time()), null);
    }

    private void firstReading(Turn turn, Hung old, boolean open) {
        put(new Hung(old.door(), new Leaf(open, null), true));
        if (open) {
            change(turn, old.door().id(), door -> door.foundOpen(turn.time()), null);
        } else {
            returnAlarms(turn, old.door().id());
        }
    }

    /// A monitor that has said nothing by now says that its door is closed.
    private void endReadings(Turn turn) {
        allRead = true;
        hung.values().stream()
                .filter(each -> !each.read())
                .forEach(each -> returnAlarms(turn, each.door().id()));
        hung.replaceAll((_, each) -> new Hung(each.door(), each.leaf(), true));
    }

    private CommandOutcome asked(Turn turn, DoorId id, Optional<Door> next, OperatorName by) {
        next.ifPresent(door -> change(turn, id, _ -> door, by));
        return next.isPresent() ? CommandOutcome.DONE : CommandOutcome.REFUSED_BY_STATE;
    }

    private void change(
            Turn turn, DoorId id, Function<Door, Door> becomes, @Nullable OperatorName by) {
        Hung old = find(id);
        Door next = becomes.apply(old.door());
        if (next.equals(old.door())) {
            return;
        }
        put(old.with(next));
        for (DoorChange change : DoorChange.between(old.door(), next)) {
            tell(turn, next, change, by);
        }
    }

    private void tell(Turn turn, Door door, DoorChange change, @Nullable OperatorName by) {
        DoorId id = door.id();
        AlarmSource source = AlarmSource.of(id);
        switch (change) {
            case DoorChange.Unlock() -> drive(turn, door);
            case DoorChange.Lock() -> drive(turn, door);
            case DoorChange.Opened() -> {
                if (door.phase().isFree()) {
                    watch.openedFreely(turn, id);
                }
                turn.write(new EventBody.DoorOpened(id));
            }
            case DoorChange.Closed() -> {
                turn.write(new EventBody.DoorClosed(id));
                returnAlarms(turn, id);
            }
            case DoorChange.Taken(var passage) -> {
                watch.taken(turn, id, passage);
                turn.write(new EventBody.AccessTaken(passage.accessPoint(), id, passage.grants()));
            }
            case DoorChange.NotTaken(var passage) -> {
                watch.notTaken(turn, id, passage);
                turn.write(
                        new EventBody.AccessNotTaken(passage.accessPoint(), id, passage.grants()));
            }
            case DoorChange.ModeChanged(var mode) ->
                    turn.write(new EventBody.DoorModeChanged(id, mode, by));
            case DoorChange.ForcedOpen() -> alarms.raise(turn, AlarmKind.FORCED_OPEN, source, "");
            case DoorChange.HeldOpen() -> alarms.raise(turn, AlarmKind.HELD_OPEN, source, "");
            case DoorChange.HeldOver() -> alarms.returned(turn, AlarmKind.HELD_OPEN, source);
            case DoorChange.Warn() -> showAtReaders(turn, id, ReaderFeedback.CLOSE_THE_DOOR);
            case DoorChange.WarningOver() -> showAtReaders(turn, id, ReaderFeedback.IDLE);
        }
    }

    private void returnAlarms(Turn turn, DoorId id) {
        alarms.returned(turn, AlarmKind.FORCED_OPEN, AlarmSource.of(id));
        alarms.returned(turn, AlarmKind.HELD_OPEN, AlarmSource.of(id));
    }

    private void showAtReaders(Turn turn, DoorId id, ReaderFeedback feedback) {
        for (AccessPointPlan point : site.accessPoints()) {
            if (point.door().equals(id) && point.reader() != null) {
                turn.ask(new Effect.ShowAtReader(point.reader(), feedback));
            }
        }
    }

    private static @Nullable DoorMode modeOf(DoorId id, List<LevelRule.DoorEffect> effects) {
        return effects.stream()
                .filter(effect -> effect.door().equals(id))
                .map(LevelRule.DoorEffect::mode)
                .findFirst()
                .orElse(null);
    }

    private void drive(Turn turn, Door door) {
        FailMode failMode = door.plan().failMode();
        boolean released = arms.wants(turn, door.plan(), door.lockReleased());
        boolean energised = released == failMode.energisedToRelease();
        turn.ask(new Effect.Energise(PointName.lock(door.id()), energised));
    }

    private void put(Hung next) {
        hung.put(next.door().id(), next);
        changed();
    }

    private void changed() {
        beliefs = null;
        modes = null;
    }

    private Hung find(DoorId id) {
        Hung found = hung.get(id);
        if (found == null) {
            throw new IllegalArgumentException("the site has no door " + id);
        }
        return found;
    }
}
