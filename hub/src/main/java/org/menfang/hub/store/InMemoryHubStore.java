package org.menfang.hub.store;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.menfang.hub.alarm.AlarmChange;
import org.menfang.hub.alarm.OpenAlarm;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.ingest.StreamPosition;
import org.menfang.hub.people.People;
import org.menfang.hub.people.Person;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.PeerEvents;
import org.menfang.wire.json.EventTypes;

/// Keeps everything in memory, for tests and for compounds that are simulated in virtual time. It
/// outlives the loop that uses it, as a disk would.
public final class InMemoryHubStore implements HubStore {
    private static final List<String> COUNTED_TYPES =
            PeerEvents.COUNTED.stream()
                    .map(EventTypes::nameOf)
                    .map(name -> "\"type\":\"" + name + "\"")
                    .toList();

    private record EventKey(GateIdentity gate, EventPosition position) {}

    private record PictureKey(GateIdentity gate, PictureId picture) {}

    private final TreeSet<GateIdentity> gates = new TreeSet<>();
    private final NavigableMap<Long, StoredEvent> events = new TreeMap<>();
    private final Map<EventKey, StoredEvent> byPosition = new HashMap<>();
    private final Map<GateIdentity, TreeMap<Long, StoredEvent>> forPeers = new HashMap<>();
    private final Map<AlarmRef, OpenAlarm> alarms = new LinkedHashMap<>();
    private final Map<PictureKey, Sha256> pictures = new HashMap<>();
    private final List<FoundGap> gaps = new ArrayList<>();
    private final Deque<Quarantined> quarantined = new ArrayDeque<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private long peopleVersion;
    private long lastHubAlarm;

    @Override
    public synchronized HubMemory load() {
        Map<GateIdentity, Map<EventStream, StreamPosition>> positions = new HashMap<>();
        Map<GateIdentity, Long> lastMissingAlarm = new HashMap<>();
        for (StoredEvent event : events.values()) {
            positions
                    .computeIfAbsent(event.gate(), any -> new EnumMap<>(EventStream.class))
                    .merge(
                            event.position().stream(),
                            new StreamPosition(event.position().seq(), event.hash()),
                            (a, b) -> a.seq() > b.seq() ? a : b);
        }
        for (FoundGap found : gaps) {
            if (found.gap().stream() == EventStream.ALARMS && found.gap().isMissing()) {
                lastMissingAlarm.merge(found.gate(), found.gap().toSeq(), Math::max);
            }
        }
        return new HubMemory(
                List.copyOf(gates),
                positions,
                List.copyOf(alarms.values()),
                lastHubAlarm,
                events.isEmpty() ? 0 : events.lastKey(),
                lastMissingAlarm);
    }

    @Override
    public synchronized CommitOutcome commit(HubChanges changes) {
        for (StoredEvent event : changes.events()) {
            if (byPosition.containsKey(new EventKey(event.gate(), event.position()))
                    || events.containsKey(event.number())) {
                return new CommitOutcome.Failed("stored before: " + event.position());
            }
        }
        gates.addAll(changes.gates());
        for (StoredEvent event : changes.events()) {
            events.put(event.number(), event);
            byPosition.put(new EventKey(event.gate(), event.position()), event);
            if (countsForPeers(event)) {
                forPeers.computeIfAbsent(event.gate(), gate -> new TreeMap<>())
                        .put(event.position().seq(), event);
            }
        }
        changes.alarms().forEach(this::change);
        for (TakenPicture taken : changes.pictures()) {
            pictures.put(new PictureKey(taken.gate(), taken.picture()), taken.digest());
        }
        gaps.addAll(changes.gaps());
        changes.quarantined().forEach(quarantined::addFirst);
        while (quarantined.size() > Quarantined.ROWS_MAX) {
            quarantined.removeLast();
        }
        return new CommitOutcome.Committed();
    }

    private void change(AlarmChange change) {
        switch (change) {
            case AlarmChange.Put(OpenAlarm alarm) -> {
                alarms.put(alarm.ref(), alarm);
                if (alarm.ref().byHub()) {
                    lastHubAlarm = Math.max(lastHubAlarm, alarm.ref().alarm().value());
                }
            }
            case AlarmChange.Ended(OpenAlarm last) -> alarms.remove(last.ref());
        }
    }

    @Override
    public synchronized List<StoredEvent> log(long beforeNumber, int count) {
        return events.headMap(beforeNumber, false).descendingMap().values().stream()
                .filter(event -> event.position().stream() == EventStream.EVENTS)
                .limit(count)
                .toList();
    }

    @Override
    public synchronized List<StoredEvent> search(
            CompoundId compound, Collection<String> parts, Instant heardSince, int count) {
        return events.descendingMap().values().stream()
                .filter(event -> event.gate().compound().equals(compound))
                .filter(event -> event.position().stream() == EventStream.EVENTS)
                .filter(event -> !event.heardAt().isBefore(heardSince))
                .filter(event -> parts.stream().anyMatch(event.text()::contains))
                .limit(count)
                .toList();
    }

    @Override
    public synchronized List<StoredEvent> eventsFrom(
            GateIdentity gate, EventStream stream, long fromSeq, int count) {
        return events.values().stream()
                .filter(event -> event.gate().equals(gate))
                .filter(event -> event.position().stream() == stream)
                .filter(event -> event.position().seq() >= fromSeq)
                .sorted(Comparator.comparingLong(event -> event.position().seq()))
                .limit(count)
                .toList();
    }

    @Override
    public synchronized Optional<StoredEvent> find(GateIdentity gate, EventPosition position) {
        return Optional.ofNullable(byPosition.get(new EventKey(gate, position)));
    }

    @Override
    public synchronized Optional<Sha256> hashOf(GateIdentity gate, EventStream stream, long seq) {
        return Optional.ofNullable(
                        byPosition.get(new EventKey(gate, new EventPosition(stream, seq))))
                .map(StoredEvent::hash);
    }

    @Override
    public synchronized List<StoredEvent> forPeers(GateIdentity gate, long afterSeq, int count) {
        TreeMap<Long, StoredEvent> ofGate = forPeers.get(gate);
        return ofGate == null
                ? List.of()
                : ofGate.tailMap(afterSeq, false).values().stream().limit(count).toList();
    }

    private static boolean countsForPeers(StoredEvent event) {
        return event.position().stream() == EventStream.EVENTS
                && COUNTED_TYPES.stream().anyMatch(event.text()::contains);
    }

    @Override
    public synchronized Optional<Sha256> pictureOf(GateIdentity gate, PictureId picture) {
        return Optional.ofNullable(pictures.get(new PictureKey(gate, picture)));
    }

    @Override
    public synchronized List<FoundGap> gaps(GateIdentity gate) {
        return gaps.stream()
                .filter(found -> found.gate().equals(gate))
                .sorted(
                        Comparator.comparing((FoundGap found) -> found.gap().stream())
                                .thenComparingLong(found -> found.gap().fromSeq()))
                .toList();
    }

    @Override
    public synchronized List<Quarantined> quarantined(int count) {
        return quarantined.stream().limit(count).toList();
    }

    @Override
    public synchronized People people() {
        return People.of(peopleVersion, people.values());
    }

    @Override
    public synchronized long peopleVersion() {
        return peopleVersion;
    }

    @Override
    public synchronized CommitOutcome importPeople(Collection<Person> imported) {
        imported.forEach(person -> people.put(person.compound() + "/" + person.holder(), person));
        peopleVersion++;
        return new CommitOutcome.Committed();
    }

    @Override
    public synchronized CommitOutcome forgetPeople(Collection<Person> gone) {
        gone.forEach(person -> people.remove(person.compound() + "/" + person.holder()));
        peopleVersion++;
        return new CommitOutcome.Committed();
    }

    /// A store of its own that holds the same now, as a backup does.
    public synchronized InMemoryHubStore copy() {
        InMemoryHubStore copy = new InMemoryHubStore();
        copy.gates.addAll(gates);
        copy.events.putAll(events);
        copy.byPosition.putAll(byPosition);
        forPeers.forEach((gate, counted) -> copy.forPeers.put(gate, new TreeMap<>(counted)));
        copy.alarms.putAll(alarms);
        copy.pictures.putAll(pictures);
        copy.gaps.addAll(gaps);
        copy.quarantined.addAll(quarantined);
        copy.people.putAll(people);
        copy.peopleVersion = peopleVersion;
        copy.lastHubAlarm = lastHubAlarm;
        return copy;
    }

    /// How many events there are, of both streams.
    public synchronized int eventCount() {
        return events.size();
    }

    /// Everything that was stored, in the order of the numbers.
    public synchronized Stream<StoredEvent> all() {
        return List.copyOf(events.values()).stream();
    }

    /// Nothing is let go: what is stored is there for the next one.
    @Override
    public void close() {}
}
