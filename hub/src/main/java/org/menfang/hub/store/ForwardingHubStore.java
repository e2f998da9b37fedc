package org.menfang.hub.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.menfang.hub.people.People;
import org.menfang.hub.people.Person;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateIdentity;

/// A store before another one, to which everything goes that is not done differently here.
public interface ForwardingHubStore extends HubStore {
    /// The store behind it.
    HubStore to();

    @Override
    default HubMemory load() {
        return to().load();
    }

    @Override
    default CommitOutcome commit(HubChanges changes) {
        return to().commit(changes);
    }

    @Override
    default List<StoredEvent> log(long beforeNumber, int count) {
        return to().log(beforeNumber, count);
    }

    @Override
    default List<StoredEvent> search(
            CompoundId compound, Collection<String> parts, Instant heardSince, int count) {
        return to().search(compound, parts, heardSince, count);
    }

    @Override
    default Optional<StoredEvent> find(GateIdentity gate, EventPosition position) {
        return to().find(gate, position);
    }

    @Override
    default List<StoredEvent> eventsFrom(
            GateIdentity gate, EventStream stream, long fromSeq, int count) {
        return to().eventsFrom(gate, stream, fromSeq, count);
    }

    @Override
    default List<FoundGap> gaps(GateIdentity gate) {
        return to().gaps(gate);
    }

    @Override
    default List<Quarantined> quarantined(int count) {
        return to().quarantined(count);
    }

    @Override
    default People people() {
        return to().people();
    }

    @Override
    default long peopleVersion() {
        return to().peopleVersion();
    }

    @Override
    default CommitOutcome importPeople(Collection<Person> people) {
        return to().importPeople(people);
    }

    @Override
    default CommitOutcome forgetPeople(Collection<Person> people) {
        return to().forgetPeople(people);
    }

    @Override
    default Optional<Sha256> hashOf(GateIdentity gate, EventStream stream, long seq) {
        return to().hashOf(gate, stream, seq);
    }

    @Override
    default List<StoredEvent> forPeers(GateIdentity gate, long afterSeq, int count) {
        return to().forPeers(gate, afterSeq, count);
    }

    @Override
    default Optional<Sha256> pictureOf(GateIdentity gate, PictureId picture) {
        return to().pictureOf(gate, picture);
    }

    @Override
    default void close() {
        to().close();
    }
}
