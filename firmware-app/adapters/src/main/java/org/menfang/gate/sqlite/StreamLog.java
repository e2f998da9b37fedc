package org.menfang.gate.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Event;
import org.menfang.wire.json.EventJson;

/// One stream in the database: its events, each with its hash, and how far it was acknowledged and
/// dropped.
final class StreamLog {
    /// An event by its number, and what it hashes to.
    record Link(long seq, Sha256 hash) {}

    /// What is known of a stream without asking the disk. After a failed transaction the one from
    /// before it holds again.
    ///
    /// @param head the last event; number 0 and the zero hash before the first
    /// @param dropped the last event that was dropped from the beginning
    /// @param told the last dropped event that an event speaks of
    /// @param acknowledged the last event that the hub is known to hold
    /// @param saved whether `acknowledged` is in the database too
    record State(Link head, Link dropped, long told, long acknowledged, boolean saved) {}

    private final GateDatabase database;
    private final EventStream stream;
    private final String table;
    private final SkippedNumbers skipped;
    private State state;

    private StreamLog(
            GateDatabase database, EventStream stream, SkippedNumbers skipped, State state) {
        this.skipped = skipped;
        this.database = database;
        this.stream = stream;
        this.table = stream.wireName();
        this.state = state;
    }

    static StreamLog load(GateDatabase database, EventStream stream) throws SQLException {
        PreparedStatement select =
                database.statement(
                        "SELECT dropped_seq, dropped_hash, told_seq, acknowledged_seq FROM stream"
                                + " WHERE name = ?");
        select.setString(1, stream.wireName());
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException(
                        "the stream " + stream.wireName() + " has no row",
                        null,
                        StorageFault.CORRUPT.code());
            }
            Link dropped = new Link(row.getLong(1), new Sha256(row.getString(2)));
            State state = new State(dropped, dropped, row.getLong(3), row.getLong(4), true);
            SkippedNumbers skipped = SkippedNumbers.load(database, stream);
            StreamLog log = new StreamLog(database, stream, skipped, state);
            log.state =
                    new State(log.headOnDisk(), dropped, state.told(), state.acknowledged(), true);
            return log;
        }
    }

    EventStream stream() {
        return stream;
    }

    State state() {
        return state;
    }

    /// The numbers that no event here has.
    SkippedNumbers skipped() {
        return skipped;
    }

    /// How many events are kept.
    long events() {
        long numbers = state.head().seq() - state.dropped().seq();
        return numbers - skipped.count(state.dropped().seq(), state.head().seq());
    }

    /// What comes next gets the number after this one, and carries this hash.
    private Link headOnDisk() throws SQLException {
        Link last = lastUpTo(Long.MAX_VALUE).orElse(state.dropped());
        return new Link(skipped.after(last.seq()), last.hash());
    }

    /// Goes back to what held before a transaction that failed.
    void restore(State before) {
        state = before;
    }

    /// Writes an event with the hash of the one before it.
    void append(Event event) throws SQLException {
        String text = EventJson.write(event, state.head().hash());
        Link head = new Link(event.position().seq(), Sha256.of(text));
        PreparedStatement insert =
                database.statement("INSERT INTO " + table + "(seq, hash, text) VALUES (?, ?, ?)");
        insert.setLong(1, head.seq());
        insert.setString(2, head.hash().value());
        insert.setString(3, text);
        insert.executeUpdate();
        state = new State(head, state.dropped(), state.told(), state.acknowledged(), state.saved());
    }

    /// Takes note of what the hub holds. {@link #save} writes it.
    void acknowledge(long seq) {
        boolean saved = state.saved() && seq == state.acknowledged();
        state = new State(state.head(), state.dropped(), state.told(), seq, saved);
    }

    /// Takes note that an event speaks of what was dropped up to here. {@link #save} writes it.
    void tell(long upTo) {
        if (upTo > state.told() && upTo <= state.dropped().seq()) {
            state = new State(state.head(), state.dropped(), upTo, state.acknowledged(), false);
        }
    }

    /// Takes note that an event speaks of numbers that are skipped.
    void tellSkipped(long upTo) throws SQLException {
        if (!skipped.stretches().isEmpty()) {
            SkippedNumbers.tell(database, stream, upTo);
        }
    }

    /// Writes what was taken note of.
    void save() throws SQLException {
        if (state.saved()) {
            return;
        }
        PreparedStatement update =
                database.statement(
                        "UPDATE stream SET acknowledged_seq = ?, dropped_seq = ?, dropped_hash = ?,"
                                + " told_seq = ? WHERE name = ?");
        update.setLong(1, state.acknowledged());
        update.setLong(2, state.dropped().seq());
        update.setString(3, state.dropped().hash().value());
        update.setLong(4, state.told());
        update.setString(5, table);
        update.executeUpdate();
        state = new State(state.head(), state.dropped(), state.told(), state.acknowledged(), true);
    }

    /// Deletes the oldest events, a limited number of them.
    void drop(long upTo, int eventsMax) throws SQLException {
        long last = Math.min(upTo, skipped.after(state.dropped().seq()) + eventsMax);
        Link dropped =
                new Link(last, lastUpTo(last).map(Link::hash).orElse(state.dropped().hash()));
        PreparedStatement delete = database.statement("DELETE FROM " + table + " WHERE seq <= ?");
        delete.setLong(1, last);
        delete.executeUpdate();
        state = new State(state.head(), dropped, state.told(), state.acknowledged(), false);
        save();
    }

    /// What an event hashes to; empty if it is not there.
    Optional<Sha256> hashAt(long seq) throws SQLException {
        return lastUpTo(seq).filter(link -> link.seq() == seq).map(Link::hash);
    }

    /// The last event up to a number.
    Optional<Link> lastUpTo(long seq) throws SQLException {
        PreparedStatement select =
                database.statement(
                        "SELECT seq, hash FROM "
                                + table
                                + " WHERE seq <= ? ORDER BY seq DESC LIMIT 1");
        select.setLong(1, seq);
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Link(row.getLong(1), new Sha256(row.getString(2))))
                    : Optional.empty();
        }
    }

    /// Whether a new connection leads to the events that were written over the old one.
    boolean isStillThere() throws SQLException {
        return headOnDisk().equals(state.head());
    }

    /// The number of the last event that is there; that of the last one dropped where none is.
    long lastWritten() throws SQLException {
        return lastUpTo(state.head().seq()).orElse(state.dropped()).seq();
    }

    /// The text of the last event, if its hash is right.
    Optional<String> headText() throws SQLException {
        PreparedStatement select =
                database.statement("SELECT hash, text FROM " + table + " WHERE seq = ?");
        select.setLong(1, lastWritten());
        try (ResultSet row = select.executeQuery()) {
            return row.next() && isWhole(row.getString(1), row.getString(2))
                    ? Optional.of(row.getString(2))
                    : Optional.empty();
        }
    }

    /// Reads one slice. A text that does not match its hash is left out and told.
    void read(ReadRequest request, int eventsMax, LongConsumer damaged) throws SQLException {
        PreparedStatement select =
                database.statement(
                        "SELECT seq, hash, text FROM "
                                + table
                                + " WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT ?");
        select.setLong(1, request.nextSeq());
        select.setLong(2, request.toSeq());
        select.setInt(3, eventsMax);
        int found = 0;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found++;
                if (isWhole(row.getString(2), row.getString(3))) {
                    request.take(row.getString(3));
                } else {
                    damaged.accept(row.getLong(1));
                }
                request.readUpTo(row.getLong(1));
            }
        }
        if (found < eventsMax) {
            request.readUpTo(request.toSeq());
        }
    }

    private static boolean isWhole(String hash, String text) {
        return Sha256.of(text).value().equals(hash);
    }
}
