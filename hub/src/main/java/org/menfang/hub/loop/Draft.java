package org.menfang.hub.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.menfang.hub.alarm.AlarmChange;
import org.menfang.hub.ingest.ChainGap;
import org.menfang.hub.ingest.StreamPosition;
import org.menfang.hub.store.FoundGap;
import org.menfang.hub.store.HubChanges;
import org.menfang.hub.store.Quarantined;
import org.menfang.hub.store.StoredEvent;
import org.menfang.hub.store.StoredFacts;
import org.menfang.hub.store.TakenPicture;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Event;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.PeerEvents;
import org.menfang.wire.json.ReceivedEvent;

/// What one group of inputs will change and cause, once it is durable. Until then it answers for
/// the store, so that the events of a group see each other.
final class Draft implements StoredFacts {
    /// An event of this group that pages may show.
    record Logged(StoredEvent stored, Event event) {}

    private record EventKey(GateIdentity gate, EventStream stream, long seq) {}

    private record PictureKey(GateIdentity gate, PictureId picture) {}

    private record StreamKey(GateIdentity gate, EventStream stream) {}

    private final StoredFacts store;
    private final Set<GateIdentity> gates = new LinkedHashSet<>();
    private final List<StoredEvent> events = new ArrayList<>();
    private final List<Logged> logged = new ArrayList<>();
    private final List<AlarmChange> alarms = new ArrayList<>();
    private final List<TakenPicture> pictures = new ArrayList<>();
    private final List<FoundGap> gaps = new ArrayList<>();
    private final List<Quarantined> quarantined = new ArrayList<>();
    private final List<HubEffect> effects = new ArrayList<>();
    private final Map<StreamKey, StreamPosition> answers = new LinkedHashMap<>();
    private final Map<EventKey, Sha256> hashes = new HashMap<>();
    private final Map<PictureKey, Sha256> digests = new HashMap<>();
    private long lastNumber;
    private boolean boardChanged;
    private boolean ageChanged;

    Draft(StoredFacts store, long lastNumber) {
        this.store = store;
        this.lastNumber = lastNumber;
    }

    void addGate(GateIdentity gate) {
        gates.add(gate);
    }

    void addEvent(GateIdentity gate, ReceivedEvent received, Instant heardAt) {
        lastNumber++;
        Event event = received.event();
        StoredEvent stored =
                new StoredEvent(
                        lastNumber,
                        gate,
                        event.position(),
                        heardAt,
                        received.hash(),
                        received.text());
        events.add(stored);
        hashes.put(
                new EventKey(gate, event.position().stream(), event.position().seq()),
                received.hash());
        if (event.position().stream() == EventStream.EVENTS) {
            logged.add(new Logged(stored, event));
        }
    }

    void addAlarms(Collection<AlarmChange> changes) {
        alarms.addAll(changes);
        boardChanged |= !changes.isEmpty();
    }

    void addPicture(TakenPicture taken) {
        pictures.add(taken);
        digests.put(new PictureKey(taken.gate(), taken.picture()), taken.digest());
    }

    void addGap(GateIdentity gate, ChainGap gap, Instant foundAt) {
        gaps.add(new FoundGap(gate, gap, foundAt));
    }

    void quarantine(Quarantined bad) {
        quarantined.add(bad);
    }

    /// The last answer to a stream is the only one that is sent.
    void answer(GateIdentity gate, EventStream stream, StreamPosition held) {
        answers.put(new StreamKey(gate, stream), held);
    }

    void effect(HubEffect effect) {
        effects.add(effect);
    }

    void changeBoard() {
        boardChanged = true;
    }

    /// Only the age of something on the board is new.
    void changeAge() {
        ageChanged = true;
    }

    HubChanges changes() {
        return new HubChanges(List.copyOf(gates), events, alarms, pictures, gaps, quarantined);
    }

    List<HubEffect> effects() {
        // A gate that hears of the hub for the first time forgets what it was told before.
        List<HubEffect> all = new ArrayList<>(effects);
        answers.forEach((key, held) ->
                all.add(new HubEffect.Answer(key.gate(), held.acknowledgement(key.stream()))));
        return all;
    }

    List<Logged> logged() {
        return logged;
    }

    List<TakenPicture> pictures() {
        return pictures;
    }

    List<Quarantined> quarantined() {
        return quarantined;
    }

    long lastNumber() {
        return lastNumber;
    }

    int eventCount() {
        return events.size();
    }

    boolean isBoardChanged() {
        return boardChanged;
    }

    boolean isAgeChanged() {
        return ageChanged;
    }

    @Override
    public Optional<Sha256> hashOf(GateIdentity gate, EventStream stream, long seq) {
        Sha256 pending = hashes.get(new EventKey(gate, stream, seq));
        return pending == null ? store.hashOf(gate, stream, seq) : Optional.of(pending);
    }

    @Override
    public List<StoredEvent> forPeers(GateIdentity gate, long afterSeq, int count) {
        List<StoredEvent> all = new ArrayList<>(store.forPeers(gate, afterSeq, count));
        logged.stream()
                .filter(each -> each.stored().gate().equals(gate))
                .filter(each -> each.event().position().seq() > afterSeq)
                .filter(each -> PeerEvents.COUNTED.contains(each.event().body().getClass()))
                .map(Logged::stored)
                .limit(count - all.size())
                .forEach(all::add);
        return all;
    }

    @Override
    public Optional<Sha256> pictureOf(GateIdentity gate, PictureId picture) {
        Sha256 pending = digests.get(new PictureKey(gate, picture));
        return pending == null ? store.pictureOf(gate, picture) : Optional.of(pending);
    }
}
