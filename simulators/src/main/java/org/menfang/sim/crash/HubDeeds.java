package org.menfang.sim.crash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.menfang.hub.alarm.AlarmChange;
import org.menfang.hub.alarm.OpenAlarm;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.ingest.StreamPosition;
import org.menfang.hub.people.Person;
import org.menfang.hub.store.HubChanges;
import org.menfang.hub.store.HubMemory;
import org.menfang.hub.store.StoredEvent;
import org.menfang.hub.store.TakenPicture;
import org.menfang.sim.time.Chance;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Event;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.json.EventJson;

/// What the victim writes into a hub's store: events of a few gates, and with each group an alarm
/// and a picture.
final class HubDeeds {
    private static final int GATES = 3;
    private static final int EVENTS_A_GROUP_MAX = 60;

    /// So many alarms are open; with each new one the oldest ends.
    static final int ALARMS_OPEN = 20;

    private static final Instant HEARD = Instant.parse("2026-11-22T08:00:00Z");

    private final Chance chance;
    private final Map<GateIdentity, Map<EventStream, StreamPosition>> positions = new HashMap<>();
    private long number;
    private long group;

    /// Goes on behind what the store holds.
    HubDeeds(HubMemory memory, Chance chance) {
        this.chance = chance;
        memory.positions().forEach((gate, known) -> positionsOf(gate).putAll(known));
        number = memory.lastNumber();
        group = memory.lastHubAlarm();
    }

    static GateIdentity gate(int index) {
        return named("gate-" + index);
    }

    static GateIdentity named(String gate) {
        return new GateIdentity(new CompoundId("xingfu-li"), new GateId(gate));
    }

    private Map<EventStream, StreamPosition> positionsOf(GateIdentity gate) {
        return positions.computeIfAbsent(gate, any -> new EnumMap<>(EventStream.class));
    }

    /// The number of the last event of the last group.
    long number() {
        return number;
    }

    /// How many groups there were; each has an alarm with its number.
    long group() {
        return group;
    }

    HubChanges next() {
        group++;
        int count = chance.between(1, EVENTS_A_GROUP_MAX);
        List<StoredEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(event(gate(chance.below(GATES)), chance.oneOf(streams())));
        }
        return new HubChanges(
                List.of(gate(0)), events, alarms(), List.of(picture(group)), List.of(), List.of());
    }

    private List<AlarmChange> alarms() {
        AlarmChange raised = new AlarmChange.Put(alarm(group));
        return group <= ALARMS_OPEN
                ? List.of(raised)
                : List.of(
                        raised,
                        new AlarmChange.Ended(alarm(group - ALARMS_OPEN, AlarmState.RESET)));
    }

    private static List<EventStream> streams() {
        return List.of(EventStream.EVENTS, EventStream.EVENTS, EventStream.ALARMS);
    }

    private StoredEvent event(GateIdentity gate, EventStream stream) {
        StreamPosition before = positionsOf(gate).getOrDefault(stream, StreamPosition.START);
        long seq = before.seq() + 1;
        Event pattern = GateDeeds.event(stream, seq, 1);
        Event event =
                new Event(
                        gate.compound(),
                        gate.gate(),
                        new EventPosition(stream, seq),
                        1,
                        pattern.time(),
                        pattern.trust(),
                        pattern.body());
        String text = EventJson.write(event, before.hash());
        Sha256 hash = Sha256.of(text);
        positionsOf(gate).put(stream, new StreamPosition(seq, hash));
        return new StoredEvent(++number, gate, event.position(), HEARD, hash, text);
    }

    static OpenAlarm alarm(long group) {
        return alarm(group, AlarmState.RAISED);
    }

    private static OpenAlarm alarm(long group, AlarmState state) {
        return new OpenAlarm(
                new AlarmRef(gate(0).compound(), gate(0).gate(), true, new AlarmId(group)),
                AlarmKind.GATE_SILENT,
                AlarmSource.of(gate(0).gate()),
                "group " + group,
                state,
                HEARD,
                HEARD,
                1,
                null,
                null,
                null);
    }

    static TakenPicture picture(long group) {
        return new TakenPicture(gate(0), new PictureId(group), Sha256.of("picture " + group));
    }

    static Person person(long version) {
        return new Person(gate(0).compound(), new HolderId("p-" + version), "王小明", "1-101", "1 号楼");
    }
}
