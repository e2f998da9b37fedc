package org.menfang.sim.compound;

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

/// Sits before the hub's store: it fails every commit while the disk is bad, and ends the hub after
/// a number of commits, before or after what it commits is durable.
final class HubFuse {
    private int commitsLeft = -1;
    private boolean durableFirst;
    private boolean fails;

    /// Blows at the commit that follows so many.
    ///
    /// @param durableFirst whether that commit becomes durable, so that only the answer is missing
    void blowsAfter(int commits, boolean durableFirst) {
        commitsLeft = commits;
        this.durableFirst = durableFirst;
    }

    /// From now on nothing blows.
    void mend() {
        commitsLeft = -1;
    }

    /// Whether commits fail from now on.
    void fails(boolean now) {
        fails = now;
    }

    HubStore before(HubStore store) {
        return new Fused(store);
    }

    private HubStore.CommitOutcome pass(HubStore store, HubChanges changes) {
        if (fails) {
            return new HubStore.CommitOutcome.Failed("the disk fails");
        }
        if (commitsLeft < 0 || changes.isEmpty()) {
            return store.commit(changes);
        }
        if (commitsLeft-- > 0) {
            return store.commit(changes);
        }
        if (durableFirst) {
            store.commit(changes);
        }
        throw new PowerCut();
    }

    private final class Fused implements HubStore {
        private final HubStore store;

        Fused(HubStore store) {
            this.store = store;
        }

        @Override
        public HubMemory load() {
            return store.load();
        }

        @Override
        public CommitOutcome commit(HubChanges changes) {
            return pass(store, changes);
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
        public void close() {
            store.close();
        }
    }
}
