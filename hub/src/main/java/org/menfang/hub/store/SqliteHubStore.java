package org.menfang.hub.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.menfang.hub.people.People;
import org.menfang.hub.people.Person;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateIdentity;

/// Keeps everything in one SQLite file.
///
/// A commit is durable when it returns: the file is written with full synchronisation. Closing the
/// store does not close the database, which others use as well.
public final class SqliteHubStore implements HubStore {
    private final Database database;

    /// The numbers that stand for gates in the file. Only the thread that commits uses it.
    private final Map<GateIdentity, Long> gateNumbers = new HashMap<>();

    public SqliteHubStore(Database database) {
        this.database = database;
    }

    @Override
    public HubMemory load() {
        gateNumbers.clear();
        return database.read(MemoryRows::load);
    }

    @Override
    public CommitOutcome commit(HubChanges changes) {
        if (changes.isEmpty()) {
            return new CommitOutcome.Committed();
        }
        try {
            database.change(handle -> write(handle, changes));
            return new CommitOutcome.Committed();
        } catch (JdbiException e) {
            // A number that was given in the transaction that failed was never stored.
            gateNumbers.clear();
            return new CommitOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private void write(Handle handle, HubChanges changes) {
        changes.gates().forEach(gate -> numberOf(handle, gate));
        writeEvents(handle, changes.events());
        changes.pictures().forEach(taken -> writePicture(handle, taken));
        changes.gaps().forEach(found -> writeGap(handle, found));
        changes.alarms()
                .forEach(change -> AlarmRows.write(handle, change, gate -> numberOf(handle, gate)));
        QuarantineRows.write(handle, changes.quarantined());
    }

    private void writeEvents(Handle handle, List<StoredEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedBatch batch =
                handle.prepareBatch(
                        "INSERT INTO event (number, gate, stream, seq, hash, heard_at, text)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (StoredEvent event : events) {
                batch.bind(0, event.number())
                        .bind(1, numberOf(handle, event.gate()))
                        .bind(2, Columns.number(event.position().stream()))
                        .bind(3, event.position().seq())
                        .bind(4, Columns.bytes(event.hash()))
                        .bind(5, event.heardAt().toEpochMilli())
                        .bind(6, event.text())
                        .add();
            }
            batch.execute();
        }
    }

    private void writePicture(Handle handle, TakenPicture taken) {
        handle.execute(
                "INSERT OR REPLACE INTO picture (gate, picture, digest) VALUES (?, ?, ?)",
                numberOf(handle, taken.gate()),
                taken.picture().value(),
                Columns.bytes(taken.digest()));
    }

    private void writeGap(Handle handle, FoundGap found) {
        handle.execute(
                "INSERT OR REPLACE INTO chain_gap (gate, stream, from_seq, to_seq, why, found_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                numberOf(handle, found.gate()),
                Columns.number(found.gap().stream()),
                found.gap().fromSeq(),
                found.gap().toSeq(),
                found.gap().why(),
                found.foundAt().toEpochMilli());
    }

    private long numberOf(Handle handle, GateIdentity gate) {
        return gateNumbers.computeIfAbsent(gate, name -> insertOrFind(handle, name));
    }

    private static long insertOrFind(Handle handle, GateIdentity gate) {
        handle.execute(
                "INSERT OR IGNORE INTO gate (compound, gate) VALUES (?, ?)",
                gate.compound().value(),
                gate.gate().value());
        return handle.createQuery("SELECT id FROM gate WHERE compound = ? AND gate = ?")
                .bind(0, gate.compound().value())
                .bind(1, gate.gate().value())
                .mapTo(long.class)
                .one();
    }

    @Override
    public List<StoredEvent> log(long beforeNumber, int count) {
        return database.read(handle ->
                handle.createQuery(
                                EventRows.SELECT
                                        + " WHERE e.stream = 0 AND e.number < ?"
                                        + " ORDER BY e.number DESC LIMIT ?")
                        .bind(0, beforeNumber)
                        .bind(1, count)
                        .map((row, context) -> EventRows.read(row))
                        .list());
    }

    @Override
    public List<StoredEvent> search(
            CompoundId compound, Collection<String> parts, Instant heardSince, int count) {
        // Letter by letter and without a look into the JSON: some 10 ms for a gate's month.
        String holdsAny =
                parts.stream().map(_ -> "instr(e.text, ?) > 0").collect(Collectors.joining(" OR "));
        return database.read(handle -> {
            Query query =
                    handle.createQuery(
                            EventRows.SELECT
                                    + " WHERE g.compound = ? AND e.stream = 0"
                                    + " AND e.heard_at >= ? AND ("
                                    + holdsAny
                                    + ") ORDER BY e.number DESC LIMIT ?");
            int place = 0;
            query.bind(place++, compound.value()).bind(place++, heardSince.toEpochMilli());
            for (String part : parts) {
                query.bind(place++, part);
            }
            return query.bind(place, count).map((row, context) -> EventRows.read(row)).list();
        });
    }

    @Override
    public List<StoredEvent> eventsFrom(
            GateIdentity gate, EventStream stream, long fromSeq, int count) {
        return database.read(handle ->
                handle.createQuery(
                                EventRows.SELECT
                                        + " WHERE g.compound = ? AND g.gate = ?"
                                        + " AND e.stream = ? AND e.seq >= ?"
                                        + " ORDER BY e.seq LIMIT ?")
                        .bind(0, gate.compound().value())
                        .bind(1, gate.gate().value())
                        .bind(2, Columns.number(stream))
                        .bind(3, fromSeq)
                        .bind(4, count)
                        .map((row, context) -> EventRows.read(row))
                        .list());
    }

    @Override
    public Optional<StoredEvent> find(GateIdentity gate, EventPosition position) {
        return database.read(handle ->
                handle.createQuery(
                                EventRows.SELECT
                                        + " WHERE g.compound = ? AND g.gate = ?"
                                        + " AND e.stream = ? AND e.seq = ?")
                        .bind(0, gate.compound().value())
                        .bind(1, gate.gate().value())
                        .bind(2, Columns.number(position.stream()))
                        .bind(3, position.seq())
                        .map((row, context) -> EventRows.read(row))
                        .findOne());
    }

    @Override
    public Optional<Sha256> hashOf(GateIdentity gate, EventStream stream, long seq) {
        return find(gate, new EventPosition(stream, seq)).map(StoredEvent::hash);
    }

    @Override
    public List<StoredEvent> forPeers(GateIdentity gate, long afterSeq, int count) {
        return database.read(handle ->
                handle.createQuery(
                                EventRows.SELECT
                                        + " WHERE g.compound = ? AND g.gate = ?"
                                        + " AND e.stream = 0 AND e.seq > ?"
                                        + " AND json_extract(e.text, '$.type') IN ("
                                        + "'org.menfang.access-granted',"
                                        + " 'org.menfang.access-taken',"
                                        + " 'org.menfang.access-not-taken',"
                                        + " 'org.menfang.place-forgiven')"
                                        + " ORDER BY e.seq LIMIT ?")
                        .bind(0, gate.compound().value())
                        .bind(1, gate.gate().value())
                        .bind(2, afterSeq)
                        .bind(3, count)
                        .map((row, context) -> EventRows.read(row))
                        .list());
    }

    @Override
    public Optional<Sha256> pictureOf(GateIdentity gate, PictureId picture) {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT p.digest FROM picture p JOIN gate g ON g.id = p.gate"
                                        + " WHERE g.compound = ? AND g.gate = ? AND p.picture = ?")
                        .bind(0, gate.compound().value())
                        .bind(1, gate.gate().value())
                        .bind(2, picture.value())
                        .map((row, context) -> Columns.digest(row.getBytes(1)))
                        .findOne());
    }

    @Override
    public List<FoundGap> gaps(GateIdentity gate) {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT c.stream, c.from_seq, c.to_seq, c.why, c.found_at"
                                        + " FROM chain_gap c JOIN gate g ON g.id = c.gate"
                                        + " WHERE g.compound = ? AND g.gate = ?"
                                        + " ORDER BY c.stream, c.from_seq")
                        .bind(0, gate.compound().value())
                        .bind(1, gate.gate().value())
                        .map((row, context) -> EventRows.readGap(gate, row))
                        .list());
    }

    @Override
    public List<Quarantined> quarantined(int count) {
        return database.read(handle -> QuarantineRows.newest(handle, count));
    }

    @Override
    public People people() {
        return database.read(PeopleRows::load);
    }

    @Override
    public long peopleVersion() {
        return database.read(PeopleRows::version);
    }

    @Override
    public CommitOutcome importPeople(Collection<Person> people) {
        try {
            database.change(handle -> PeopleRows.write(handle, people));
            return new CommitOutcome.Committed();
        } catch (JdbiException e) {
            return new CommitOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public CommitOutcome forgetPeople(Collection<Person> people) {
        try {
            database.change(handle -> PeopleRows.delete(handle, people));
            database.emptyLog();
            return new CommitOutcome.Committed();
        } catch (JdbiException e) {
            return new CommitOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {}
}
