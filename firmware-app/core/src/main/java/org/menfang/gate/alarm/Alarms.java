package org.menfang.gate.alarm;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.gate.camera.Pictures;
import org.menfang.site.Site;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.DeviceKind;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.OperatorName;
import org.menfang.wire.EventBody;
import org.menfang.wire.GateState.AlarmView;

/// The alarms that nobody has reset: at most one for each kind and source. They latch; only a
/// person ends one (GB 50394-2007 5.2).
public final class Alarms implements Timed {
    private final AlarmSource gate;
    private final Pictures pictures;
    private final TreeMap<Cause, Alarm> open = new TreeMap<>();
    private final TreeMap<Cause, MonotonicTime> passing = new TreeMap<>();
    private List<Alarm> all;
    private List<AlarmView> views;

    /// Begins with the alarms that were open when the power went.
    public Alarms(Site site, Pictures pictures, List<Alarm> remembered) {
        gate = AlarmSource.of(site.gate());
        this.pictures = pictures;
        for (Alarm alarm : remembered) {
            Cause cause = new Cause(alarm.kind(), alarm.source());
            open.put(cause, alarm);
            if (!isToldAnew(site, cause)) {
                passing.put(cause, MonotonicTime.START.plus(Limits.PASSING_CAUSE));
            }
        }
        all = List.copyOf(open.values());
        views = viewsOf(all);
    }

    /// What an alarm is about and where it comes from.
    private record Cause(AlarmKind kind, AlarmSource source) implements Comparable<Cause> {
        @Override
        public int compareTo(Cause other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : source.compareTo(other.source);
        }
    }

    /// The gate itself, as a source.
    public AlarmSource gate() {
        return gate;
    }

    /// The cause is there, and stays until {@link #returned} says otherwise.
    public void raise(Turn turn, AlarmKind kind, AlarmSource source, String detail) {
        Cause cause = new Cause(kind, source);
        passing.remove(cause);
        raise(turn, cause, detail);
    }

    /// The cause was there for a moment. The alarm returns by itself once it has not come again for
    /// a while, so that a cause that repeats does not write an event each time.
    public void raiseForMoment(Turn turn, AlarmKind kind, AlarmSource source, String detail) {
        Cause cause = new Cause(kind, source);
        passing.put(cause, turn.time().plus(Limits.PASSING_CAUSE));
        raise(turn, cause, detail);
    }

    /// The cause is gone; nothing happens where it was not there.
    public void returned(Turn turn, AlarmKind kind, AlarmSource source) {
        returned(turn, new Cause(kind, source));
    }

    public CommandOutcome acknowledge(Turn turn, AlarmId id, OperatorName by) {
        return find(id).map(alarm -> answer(turn, alarm, AlarmState.Act.ACKNOWLEDGE, by))
                .orElse(CommandOutcome.REFUSED_UNKNOWN_TARGET);
    }

    public CommandOutcome reset(Turn turn, AlarmId id, OperatorName by) {
        return find(id).map(alarm -> answer(turn, alarm, AlarmState.Act.RESET, by))
                .orElse(CommandOutcome.REFUSED_UNKNOWN_TARGET);
    }

    public boolean isOpen(AlarmKind kind, AlarmSource source) {
        return open.containsKey(new Cause(kind, source));
    }

    /// Every open alarm, by kind and source.
    public List<Alarm> all() {
        return all;
    }

    public List<AlarmView> views() {
        return views;
    }

    private static List<AlarmView> viewsOf(List<Alarm> alarms) {
        return alarms.stream()
                .map(alarm ->
                        new AlarmView(
                                alarm.id(),
                                alarm.kind(),
                                alarm.source(),
                                alarm.state(),
                                alarm.raisedAt()))
                .toList();
    }

    @Override
    public MonotonicTime wakeAt() {
        MonotonicTime nearest = MonotonicTime.NEVER;
        for (MonotonicTime end : passing.values()) {
            nearest = MonotonicTime.earliest(nearest, end);
        }
        return nearest;
    }

    @Override
    public void timeIsDue(Turn turn) {
        List<Cause> gone =
                passing.entrySet().stream()
                        .filter(entry -> turn.isDue(entry.getValue()))
                        .map(entry -> entry.getKey())
                        .toList();
        gone.forEach(cause -> returned(turn, cause));
    }

    private void raise(Turn turn, Cause cause, String detail) {
        Alarm known = open.get(cause);
        if (known == null) {
            AlarmId id = new AlarmId(turn.nextSeq(EventStream.ALARMS));
            put(
                    cause,
                    new Alarm(
                            id,
                            cause.kind(),
                            cause.source(),
                            detail,
                            AlarmState.RAISED,
                            turn.now().wall()));
            writeRaised(turn, id, cause, detail);
        } else if (move(cause, known, AlarmState.Act.RAISE)) {
            writeRaised(turn, known.id(), cause, detail);
        }
    }

    private void writeRaised(Turn turn, AlarmId id, Cause cause, String detail) {
        AlarmSource source = cause.source();
        if (source.kind() == DeviceKind.DOOR) {
            pictures.witness(
                    turn,
                    new DoorId(source.id()),
                    picture ->
                            turn.writeAlarm(
                                    new EventBody.AlarmRaised(
                                            id, cause.kind(), source, detail, picture)));
        } else {
            turn.writeAlarm(new EventBody.AlarmRaised(id, cause.kind(), source, detail, null));
        }
    }

    private void returned(Turn turn, Cause cause) {
        passing.remove(cause);
        Alarm alarm = open.get(cause);
        if (alarm != null && move(cause, alarm, AlarmState.Act.RETURN)) {
            turn.writeAlarm(new EventBody.AlarmReturned(alarm.id()));
        }
    }

    private CommandOutcome answer(Turn turn, Alarm alarm, AlarmState.Act act, OperatorName by) {
        if (alarm.state().after(act).isEmpty()) {
            return CommandOutcome.REFUSED_BY_STATE;
        }
        if (move(new Cause(alarm.kind(), alarm.source()), alarm, act)) {
            turn.writeAlarm(
                    act == AlarmState.Act.RESET
                            ? new EventBody.AlarmReset(alarm.id(), by)
                            : new EventBody.AlarmAcknowledged(alarm.id(), by));
        }
        return CommandOutcome.DONE;
    }

    /// Whether the act changed anything.
    private boolean move(Cause cause, Alarm alarm, AlarmState.Act act) {
        AlarmState next = alarm.state().after(act).orElse(alarm.state());
        if (next == alarm.state()) {
            return false;
        }
        if (next.isOpen()) {
            put(cause, alarm.in(next));
        } else {
            open.remove(cause);
            opened();
        }
        return true;
    }

    private void put(Cause cause, Alarm alarm) {
        open.put(cause, alarm);
        opened();
    }

    /// Another alarm is open, or one less, or one is otherwise than it was.
    private void opened() {
        all = List.copyOf(open.values());
        views = viewsOf(all);
    }

    private Optional<Alarm> find(AlarmId id) {
        Collection<Alarm> alarms = open.values();
        return alarms.stream().filter(alarm -> alarm.id().equals(id)).findFirst();
    }

    /// Whether an input tells at each start whether the cause is there. If none does, the cause
    /// ended with the last run, unless it shows up again.
    private static boolean isToldAnew(Site site, Cause cause) {
        String id = cause.source().id();
        return switch (cause.kind()) {
            case FORCED_OPEN, HELD_OPEN ->
                    site.doors().stream().anyMatch(door -> door.id().value().equals(id));
            case FIRE -> site.fire() != null;
            case PANIC, INTRUSION, TAMPER, MAINS_LOST, BATTERY_LOW ->
                    site.alarmInputs().stream().anyMatch(input -> input.id().value().equals(id));
            case LAMP_LINE_CUT, LAMP_DEAD ->
                    site.lamps().stream().anyMatch(lamp -> lamp.id().value().equals(id));
            case CAMERA_LOST ->
                    site.cameras().stream().anyMatch(camera -> camera.id().value().equals(id));
            case CLOCK_NOT_TRUSTED -> true;
            case LOST_CARD_SHOWN,
                    DURESS,
                    CREDENTIAL_LOCKED_OUT,
                    READER_GUESSED,
                    CARD_CLONED,
                    PASSBACK_VIOLATED,
                    OVERSTAYED,
                    QUOTA_CONFLICT,
                    RULES_REFUSED,
                    READER_FLOODED,
                    READER_FAILED,
                    INPUT_FAILED,
                    UNDER_VOLTAGE,
                    STORAGE_SLOW,
                    STORAGE_FAILED,
                    STORAGE_LOW,
                    SITE_FILE_REJECTED,
                    SAFE_MODE,
                    CHAIN_DIVERGED,
                    OUTPUT_FAILED,
                    INPUTS_DROPPED,
                    GATE_SILENT,
                    EVENTS_MISSING,
                    CHAIN_BROKEN ->
                    false;
        };
    }
}
