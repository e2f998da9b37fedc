package org.menfang.hub.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.menfang.hub.people.People;
import org.menfang.hub.people.Person;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateIdentity;

/// What the hub keeps.
///
/// One thread commits; any thread may read, and never waits for it. Reading throws where the
/// storage fails: whoever asks has no answer then.
public interface HubStore extends StoredFacts, AutoCloseable {
    /// What became of a commit.
    sealed interface CommitOutcome {
        record Committed() implements CommitOutcome {}

        /// Nothing of it was stored.
        record Failed(String why) implements CommitOutcome {}
    }

    HubMemory load();

    /// Makes changes durable, all or none.
    CommitOutcome commit(HubChanges changes);

    /// The newest events of the `events` streams, the newest first.
    ///
    /// @param beforeNumber only events with a smaller number
    List<StoredEvent> log(long beforeNumber, int count);

    /// The newest events of the `events` streams of a compound whose text holds one of several
    /// parts, the newest first.
    ///
    /// @param parts at least one; compared letter by letter
    /// @param heardSince only events that the hub heard then or later
    List<StoredEvent> search(
            CompoundId compound, Collection<String> parts, Instant heardSince, int count);

    Optional<StoredEvent> find(GateIdentity gate, EventPosition position);

    /// Events of one stream of a gate in their order.
    ///
    /// @param fromSeq the first one that is asked for
    List<StoredEvent> eventsFrom(GateIdentity gate, EventStream stream, long fromSeq, int count);

    /// Where the copy of a gate's streams is not whole, by stream and place.
    List<FoundGap> gaps(GateIdentity gate);

    /// What could not be taken, the newest first.
    List<Quarantined> quarantined(int count);

    People people();

    /// The version of {@link #people()}, cheap to ask.
    long peopleVersion();

    /// Adds people, and replaces those with the same compound and number.
    CommitOutcome importPeople(Collection<Person> people);

    /// Takes away those with the same compound and number, and overwrites where they stood.
    CommitOutcome forgetPeople(Collection<Person> people);

    @Override
    void close();
}
