package org.menfang.hub.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmRef;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateState;

/// All open alarms.
///
/// The alarms of a gate are the gate's: the hub follows what the gate's `alarms` stream says. Its
/// own alarms live by the same table, {@link AlarmState}.
public final class AlarmBook {
    private static final Comparator<AlarmRef> ORDER =
            Comparator.comparing(AlarmRef::compound)
                    .thenComparing(AlarmRef::gate)
                    .thenComparing(AlarmRef::byHub)
                    .thenComparing(AlarmRef::alarm);

    private final SortedMap<AlarmRef, OpenAlarm> open = new TreeMap<>(ORDER);
    private long lastOfHub;

    /// @param lastOfHub the highest number that the hub ever gave an alarm of its own; 0 for none
    public AlarmBook(Collection<OpenAlarm> open, long lastOfHub) {
        open.forEach(alarm -> this.open.put(alarm.ref(), alarm));
        this.lastOfHub = lastOfHub;
    }

    /// The most urgent first, then the newest.
    public List<OpenAlarm> byUrgency() {
        return open.values().stream().sorted(OpenAlarm.BY_URGENCY).toList();
    }

    public Optional<OpenAlarm> find(AlarmRef ref) {
        return Optional.ofNullable(open.get(ref));
    }

    /// The hub's own open alarm of a kind about a gate.
    public Optional<OpenAlarm> findOfHub(GateIdentity gate, AlarmKind kind) {
        return open.values().stream()
                .filter(alarm -> alarm.ref().byHub() && alarm.kind() == kind)
                .filter(alarm -> alarm.gate().equals(gate))
                .findFirst();
    }

    /// Follows an event of a gate's `alarms` stream.
    public List<AlarmChange> follow(Event event, Instant heardAt) {
        return switch (event.body()) {
            case EventBody.AlarmRaised raised -> List.of(raise(event, raised, heardAt));
            case EventBody.AlarmReturned returned ->
                    move(ref(event, returned.alarm()), AlarmState.Act.RETURN, null);
            case EventBody.AlarmAcknowledged answered ->
                    move(ref(event, answered.alarm()), AlarmState.Act.ACKNOWLEDGE, answered.by());
            case EventBody.AlarmReset reset -> end(ref(event, reset.alarm()));
            case EventBody.AccessGranted _,
                    EventBody.ExitRequested _,
                    EventBody.AccessGrantedByOperator _,
                    EventBody.AccessDenied _,
                    EventBody.AccessTaken _,
                    EventBody.AccessNotTaken _,
                    EventBody.DoorOpened _,
                    EventBody.DoorClosed _,
                    EventBody.DoorModeChanged _,
                    EventBody.LampSwitched _,
                    EventBody.PictureTaken _,
                    EventBody.PictureMissed _,
                    EventBody.BadReadsCounted _,
                    EventBody.CommandAnswered _,
                    EventBody.GateStarted _,
                    EventBody.GateStopped _,
                    EventBody.TimeTrustChanged _,
                    EventBody.RulesApplied _,
                    EventBody.RulesRefused _,
                    EventBody.LevelChanged _,
                    EventBody.QuotaExceeded _,
                    EventBody.PlaceForgiven _,
                    EventBody.CredentialLockedOut _,
                    EventBody.EventsDropped _,
                    EventBody.HeadSigned _,
                    EventBody.Unrecognised _ ->
                    List.of();
        };
    }

    private AlarmChange raise(Event event, EventBody.AlarmRaised raised, Instant heardAt) {
        AlarmRef ref = ref(event, raised.alarm());
        OpenAlarm known = open.get(ref);
        if (known != null) {
            return put(known.raisedAgain(raised.detail(), event.time(), heardAt, raised.picture()));
        }
        return put(
                new OpenAlarm(
                        ref,
                        raised.kind(),
                        raised.source(),
                        raised.detail(),
                        AlarmState.RAISED,
                        event.time(),
                        heardAt,
                        1,
                        null,
                        raised.picture(),
                        null));
    }

    /// An act that the gate reports and our table refuses was still done: the alarm is the gate's.
    private List<AlarmChange> move(AlarmRef ref, AlarmState.Act act, @Nullable OperatorName by) {
        OpenAlarm known = open.get(ref);
        if (known == null) {
            return List.of();
        }
        AlarmState next = known.state().after(act).orElse(known.state());
        return List.of(put(known.answered(next, by == null ? known.acknowledgedBy() : by)));
    }

    /// A picture was taken; the alarms that wait for it show it.
    public List<AlarmChange> show(GateIdentity gate, PictureId picture, Sha256 digest) {
        List<AlarmChange> changes = new ArrayList<>();
        for (OpenAlarm alarm : List.copyOf(open.values())) {
            boolean waits = picture.equals(alarm.picture()) && !digest.equals(alarm.digest());
            if (waits && alarm.gate().equals(gate)) {
                changes.add(put(alarm.showing(digest)));
            }
        }
        return changes;
    }

    /// Takes over what a gate says of its old alarms, of which the hub lost some.
    ///
    /// @param lastMissing the last event of the `alarms` stream that the hub never got. Younger
    ///   alarms are followed event by event; about these a snapshot, which comes on a way of its
    ///   own, could be behind
    public List<AlarmChange> reconcile(
            GateIdentity gate, GateState snapshot, long lastMissing, Instant heardAt) {
        List<AlarmChange> changes = new ArrayList<>();
        SortedMap<AlarmRef, OpenAlarm> unsaid = new TreeMap<>(ORDER);
        for (OpenAlarm alarm : open.values()) {
            boolean old = !alarm.ref().byHub() && alarm.ref().alarm().value() <= lastMissing;
            if (old && alarm.gate().equals(gate)) {
                unsaid.put(alarm.ref(), alarm);
            }
        }
        for (GateState.AlarmView view : snapshot.alarms()) {
            AlarmRef ref = new AlarmRef(gate.compound(), gate.gate(), false, view.id());
            OpenAlarm known = unsaid.remove(ref);
            if (view.id().value() > lastMissing || !view.state().isOpen()) {
                continue;
            }
            if (known == null) {
                changes.add(put(recalled(ref, view, heardAt)));
            } else if (known.state() != view.state()) {
                changes.add(put(known.in(view.state())));
            }
        }
        unsaid.keySet().forEach(ref -> changes.addAll(end(ref)));
        return changes;
    }

    private static OpenAlarm recalled(AlarmRef ref, GateState.AlarmView view, Instant heardAt) {
        return new OpenAlarm(
                ref,
                view.kind(),
                view.source(),
                "",
                view.state(),
                view.raisedAt(),
                heardAt,
                1,
                null,
                null,
                null);
    }

    /// The hub itself found something; one alarm of a kind stands for a gate.
    ///
    /// @param repeats whether each finding counts, or only one after the cause had gone
    public List<AlarmChange> raiseOfHub(
            GateIdentity gate, AlarmKind kind, String detail, boolean repeats, Instant now) {
        Optional<OpenAlarm> known = findOfHub(gate, kind);
        if (known.isPresent()) {
            AlarmState state = known.get().state();
            boolean stands = state == AlarmState.RAISED || state == AlarmState.ACKNOWLEDGED;
            return stands && !repeats
                    ? List.of()
                    : List.of(put(known.get().raisedAgain(detail, now, now, null)));
        }
        lastOfHub++;
        AlarmRef ref = new AlarmRef(gate.compound(), gate.gate(), true, new AlarmId(lastOfHub));
        return List.of(
                put(
                        new OpenAlarm(
                                ref,
                                kind,
                                AlarmSource.of(gate.gate()),
                                detail,
                                AlarmState.RAISED,
                                now,
                                now,
                                1,
                                null,
                                null,
                                null)));
    }

    /// The cause of one of the hub's own alarms is gone.
    public List<AlarmChange> returnOfHub(GateIdentity gate, AlarmKind kind) {
        Optional<OpenAlarm> known = findOfHub(gate, kind);
        if (known.isEmpty()) {
            return List.of();
        }
        AlarmState next =
                known.get().state().after(AlarmState.Act.RETURN).orElse(known.get().state());
        return next == known.get().state() ? List.of() : List.of(put(known.get().in(next)));
    }

    /// A person acts on one of the hub's own alarms. Empty where the state forbids it.
    public Optional<List<AlarmChange>> actOnHub(
            OpenAlarm alarm, AlarmState.Act act, OperatorName by) {
        Optional<AlarmState> next = alarm.state().after(act);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        if (!next.get().isOpen()) {
            return Optional.of(end(alarm.ref()));
        }
        boolean answers = act == AlarmState.Act.ACKNOWLEDGE && next.get() != alarm.state();
        return Optional.of(
                List.of(put(alarm.answered(next.get(), answers ? by : alarm.acknowledgedBy()))));
    }

    private AlarmChange put(OpenAlarm alarm) {
        open.put(alarm.ref(), alarm);
        return new AlarmChange.Put(alarm);
    }

    private List<AlarmChange> end(AlarmRef ref) {
        OpenAlarm last = open.remove(ref);
        return last == null ? List.of() : List.of(new AlarmChange.Ended(last.in(AlarmState.RESET)));
    }

    private static AlarmRef ref(Event event, AlarmId alarm) {
        return new AlarmRef(event.compound(), event.gate(), false, alarm);
    }
}
