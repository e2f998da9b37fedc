package org.menfang.hub.loop;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.menfang.hub.people.People;
import org.menfang.hub.people.Person;
import org.menfang.hub.store.FoundGap;
import org.menfang.hub.store.HubChanges;
import org.menfang.hub.store.HubMemory;
import org.menfang.hub.store.HubStore;
import org.menfang.hub.store.Quarantined;
import org.menfang.hub.store.StoredEvent;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateIdentity;

/// A store whose commits fail when they are told to.
final class FailingStore implements HubStore {
    private final HubStore store;
    private boolean fails;

    FailingStore(HubStore store) {
        this.store = store;
    }

    void fail(boolean fails) {
        this.fails = fails;
    }

    @Override
    public CommitOutcome commit(HubChanges changes) {
        return fails && !changes.isEmpty()
                ? new CommitOutcome.Failed("on purpose")
                : store.commit(changes);
    }

    @Override
    public HubMemory load() {
        return store.load();
    }

    @Override
    public List<StoredEvent> log(long beforeNumber, int count) {
        return store.log(beforeNumber, count);
    }

    @Override
    public Optional<StoredEvent> find(GateIdentity gate, EventPosition position) {
        return store.find(gate, position);
    }

    @Override
    public Optional<Sha256> hashOf(GateIdentity gate, EventStream stream, long seq) {
        return store.hashOf(gate, stream, seq);
    }

    @Override
    public List<StoredEvent> forPeers(GateIdentity gate, long afterSeq, int count) {
        return store.forPeers(gate, afterSeq, count);
    }

    @Override
    public Optional<Sha256> pictureOf(GateIdentity gate, PictureId picture) {
        return store.pictureOf(gate, picture);
    }

    @Override
    public List<FoundGap> gaps(GateIdentity gate) {
        return store.gaps(gate);
    }

    @Override
    public List<Quarantined> quarantined(int count) {
        return store.quarantined(count);
    }

    @Override
    public People people() {
        return store.people();
    }

    @Override
    public long peopleVersion() {
        return store.peopleVersion();
    }

    @Override
    public CommitOutcome importPeople(Collection<Person> people) {
        return store.importPeople(people);
    }

    @Override
    public void close() {
        store.close();
    }
}
