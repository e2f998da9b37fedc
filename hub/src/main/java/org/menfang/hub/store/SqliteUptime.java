package org.menfang.hub.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.menfang.hub.open.UptimeStore;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.GateIdentity;

/// How long gates were online, in the hub's database file.
public final class SqliteUptime implements UptimeStore {
    private final Database database;

    public SqliteUptime(Database database) {
        this.database = database;
    }

    @Override
    public void add(Collection<Day> seen) {
        database.change(handle -> {
            try (PreparedBatch batch =
                    handle.prepareBatch(
                            "INSERT INTO uptime (compound, gate, day, watched, online)"
                                    + " VALUES (?, ?, ?, ?, ?)"
                                    + " ON CONFLICT (compound, gate, day) DO UPDATE SET"
                                    + " watched = watched + excluded.watched,"
                                    + " online = online + excluded.online")) {
                for (Day each : seen) {
                    batch.bind(0, each.gate().compound().value())
                            .bind(1, each.gate().gate().value())
                            .bind(2, each.day().toEpochDay())
                            .bind(3, each.watchedMillis())
                            .bind(4, each.onlineMillis())
                            .add();
                }
                batch.execute();
            }
        });
    }

    @Override
    public List<Day> between(LocalDate from, LocalDate to) {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT compound, gate, day, watched, online FROM uptime"
                                        + " WHERE day BETWEEN ? AND ?"
                                        + " ORDER BY compound, gate, day")
                        .bind(0, from.toEpochDay())
                        .bind(1, to.toEpochDay())
                        .map((row, context) ->
                                new Day(
                                        new GateIdentity(
                                                new CompoundId(row.getString(1)),
                                                new GateId(row.getString(2))),
                                        LocalDate.ofEpochDay(row.getLong(3)),
                                        row.getLong(4),
                                        row.getLong(5)))
                        .list());
    }

    @Override
    public void forgetBefore(LocalDate day) {
        database.change(
                handle -> handle.execute("DELETE FROM uptime WHERE day < ?", day.toEpochDay()));
    }
}
