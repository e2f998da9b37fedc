package org.menfang.gate.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.menfang.gate.Input;
import org.menfang.vocabulary.EventStream;

/// Numbers of one stream that no event here has: the database was restored, and the one that was
/// lost may have given them to events that the hub holds.
///
/// @param stretches in order, none of them empty
record SkippedNumbers(EventStream stream, List<Stretch> stretches) {
    SkippedNumbers {
        stretches = List.copyOf(stretches);
    }

    /// The numbers `from` to `to`.
    ///
    /// @param told whether an event speaks of them
    record Stretch(long from, long to, String why, boolean told) {}

    static SkippedNumbers load(GateDatabase database, EventStream stream) throws SQLException {
        PreparedStatement select =
                database.statement(
                        "SELECT from_seq, to_seq, why, told FROM skipped WHERE stream = ?"
                                + " ORDER BY from_seq");
        select.setString(1, stream.wireName());
        List<Stretch> stretches = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                stretches.add(
                        new Stretch(
                                row.getLong(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getBoolean(4)));
            }
        }
        return new SkippedNumbers(stream, stretches);
    }

    /// Skips the numbers after the last one that was given.
    static void add(GateDatabase database, EventStream stream, Stretch stretch)
            throws SQLException {
        PreparedStatement insert =
                database.statement(
                        "INSERT INTO skipped(stream, from_seq, to_seq, why, told)"
                                + " VALUES (?, ?, ?, ?, ?)");
        insert.setString(1, stream.wireName());
        insert.setLong(2, stretch.from());
        insert.setLong(3, stretch.to());
        insert.setString(4, stretch.why());
        insert.setBoolean(5, stretch.told());
        insert.executeUpdate();
    }

    /// An event speaks of all numbers up to this one, within a transaction of the caller.
    static void tell(GateDatabase database, EventStream stream, long upTo) throws SQLException {
        PreparedStatement update =
                database.statement("UPDATE skipped SET told = 1 WHERE stream = ? AND to_seq <= ?");
        update.setString(1, stream.wireName());
        update.setLong(2, upTo);
        update.executeUpdate();
    }

    /// What no event speaks of yet.
    List<Input> untold() {
        return stretches.stream()
                .filter(stretch -> !stretch.told())
                .<Input>map(stretch ->
                        new Input.EventsDropped(
                                stream, stretch.from(), stretch.to(), stretch.why()))
                .toList();
    }

    boolean contains(long seq) {
        return stretches.stream().anyMatch(each -> seq >= each.from() && seq <= each.to());
    }

    /// The last number before the next event that there may be: this one, or the end of the stretch
    /// that it leads into.
    long after(long seq) {
        long last = seq;
        for (Stretch each : stretches) {
            if (last + 1 >= each.from() && last < each.to()) {
                last = each.to();
            }
        }
        return last;
    }

    /// How many are skipped after the first number, up to the second.
    long count(long after, long upTo) {
        long count = 0;
        for (Stretch each : stretches) {
            long first = Math.max(each.from(), after + 1);
            long last = Math.min(each.to(), upTo);
            count += Math.max(0, last - first + 1);
        }
        return count;
    }
}
