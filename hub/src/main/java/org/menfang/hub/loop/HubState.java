package org.menfang.hub.loop;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.menfang.hub.alarm.AlarmBook;
import org.menfang.hub.fleet.Fleet;
import org.menfang.hub.fleet.HubMoment;
import org.menfang.hub.ingest.StreamIngest;
import org.menfang.hub.ingest.StreamPosition;
import org.menfang.hub.peers.PeerRelay;
import org.menfang.hub.people.People;
import org.menfang.hub.store.HubMemory;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.GateIdentity;

/// All that the hub believes. One thread owns it.
///
/// What stands in the store can be taken from there again at any time; what gates said last, and
/// which commands are open, lives here only.
final class HubState {
    final Fleet fleet;
    final OpenCommands commands = new OpenCommands();
    AlarmBook alarms = new AlarmBook(List.of(), 0);
    PeerRelay peers = new PeerRelay();
    People people = People.NOBODY;
    private final Map<GateIdentity, Map<EventStream, StreamIngest>> streams = new HashMap<>();
    private final Map<GateIdentity, Long> lastMissingAlarm = new HashMap<>();
    private final TreeSet<CompoundId> greeted = new TreeSet<>();

    HubState(Duration silentAfter) {
        fleet = new Fleet(silentAfter);
    }

    /// Believes what the store holds, and nothing that was not committed.
    void restore(HubMemory memory, HubMoment now) {
        streams.clear();
        lastMissingAlarm.clear();
        greeted.clear();
        for (GateIdentity gate : memory.gates()) {
            fleet.remember(gate, now);
            Map<EventStream, StreamPosition> held = memory.positions().getOrDefault(gate, Map.of());
            for (EventStream stream : EventStream.values()) {
                StreamPosition position = held.getOrDefault(stream, StreamPosition.START);
                put(gate, StreamIngest.after(stream, position));
            }
        }
        alarms = new AlarmBook(memory.alarms(), memory.lastHubAlarm());
        lastMissingAlarm.putAll(memory.lastMissingAlarm());
        restorePeers(memory);
    }

    /// What a gate wrote last may count for others, or not: the relay finds out.
    private void restorePeers(HubMemory memory) {
        peers = new PeerRelay();
        memory.positions()
                .forEach((gate, held) -> {
                    StreamPosition events = held.get(EventStream.EVENTS);
                    if (events != null) {
                        peers.happened(gate, events.seq());
                    }
                });
    }

    boolean knows(GateIdentity gate) {
        return streams.containsKey(gate);
    }

    void admit(GateIdentity gate, HubMoment now) {
        fleet.remember(gate, now);
        for (EventStream stream : EventStream.values()) {
            put(gate, StreamIngest.after(stream, StreamPosition.START));
        }
    }

    StreamIngest stream(GateIdentity gate, EventStream stream) {
        StreamIngest known = streams.getOrDefault(gate, Map.of()).get(stream);
        return known == null ? StreamIngest.after(stream, StreamPosition.START) : known;
    }

    void put(GateIdentity gate, StreamIngest stream) {
        streams.computeIfAbsent(gate, any -> new EnumMap<>(EventStream.class))
                .put(stream.stream(), stream);
    }

    /// Whether the compound is new, so that its gates do not know yet that the hub is there.
    boolean meet(CompoundId compound) {
        return greeted.add(compound);
    }

    void missAlarms(GateIdentity gate, long toSeq) {
        lastMissingAlarm.merge(gate, toSeq, Math::max);
    }

    /// 0 where nothing is missing.
    long lastMissingAlarm(GateIdentity gate) {
        return lastMissingAlarm.getOrDefault(gate, 0L);
    }
}
