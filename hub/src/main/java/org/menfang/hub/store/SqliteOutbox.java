package org.menfang.hub.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.notify.Failure;
import org.menfang.hub.notify.Message;
import org.menfang.hub.notify.Notice;
import org.menfang.hub.notify.OutboxStore;
import org.menfang.hub.notify.WayAddress;
import org.menfang.hub.notify.WayAddresses;
import org.menfang.hub.notify.WayId;
import org.menfang.hub.notify.WayTrace;

/// Messages that wait, how ways did, and where they lead, in the hub's database file.
public final class SqliteOutbox implements OutboxStore, WayAddresses {
    private final Database database;

    public SqliteOutbox(Database database) {
        this.database = database;
    }

    @Override
    public List<Message> waiting() {
        return database.read(handle ->
                handle.createQuery("SELECT * FROM message ORDER BY number")
                        .map((row, context) -> messageOf(row))
                        .list());
    }

    @Override
    public Map<WayId, WayTrace> traces() {
        return database.read(handle ->
                handle
                        .createQuery("SELECT * FROM way_trace")
                        .map((row, context) ->
                                Map.entry(new WayId(row.getString("way")), traceOf(row)))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public Stored store(Change change) {
        return change(handle -> {
            change.removed()
                    .forEach(number ->
                            handle.execute("DELETE FROM message WHERE number = ?", number));
            change.put().forEach(message -> write(handle, message));
            change.traces().forEach((way, trace) -> write(handle, way, trace));
        });
    }

    private Stored change(Consumer<Handle> work) {
        try {
            database.change(work);
            return new Stored.Done();
        } catch (JdbiException e) {
            // Its message may quote what was to be stored, and some of that is secret.
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new Stored.Failed(cause.getClass().getSimpleName());
        }
    }

    private static void write(Handle handle, Message message) {
        handle.execute(
                "INSERT OR REPLACE INTO message (number, way, topic, urgency, text, made_at,"
                        + " use_until, tries, next_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                message.number(),
                message.way().value(),
                message.topic(),
                message.urgency().name(),
                message.text(),
                message.madeAt().toEpochMilli(),
                message.useUntil().toEpochMilli(),
                message.tries(),
                message.nextAt().toEpochMilli());
    }

    private static void write(Handle handle, WayId way, WayTrace trace) {
        Failure failure = trace.failure();
        handle.execute(
                "INSERT OR REPLACE INTO way_trace (way, succeeded_at, failed_at, failure, detail)"
                        + " VALUES (?, ?, ?, ?, ?)",
                way.value(),
                millis(trace.succeededAt()),
                millis(trace.failedAt()),
                failure == null ? null : failure.name(),
                trace.detail());
    }

    @Override
    public Stored forget(WayId way) {
        return change(handle -> {
            handle.execute("DELETE FROM message WHERE way = ?", way.value());
            handle.execute("DELETE FROM way_trace WHERE way = ?", way.value());
            handle.execute("DELETE FROM way_address WHERE way = ?", way.value());
        });
    }

    @Override
    public Optional<WayAddress> find(WayId way) {
        return database.read(handle ->
                handle.createQuery("SELECT * FROM way_address WHERE way = :way")
                        .bind("way", way.value())
                        .map((row, context) ->
                                new WayAddress(
                                        row.getString("target"),
                                        row.getString("secret"),
                                        row.getString("template")))
                        .findOne());
    }

    @Override
    public boolean save(WayId way, WayAddress address) {
        Stored stored =
                change(handle ->
                        handle.execute(
                                "INSERT OR REPLACE INTO way_address"
                                        + " (way, target, secret, template) VALUES (?, ?, ?, ?)",
                                way.value(),
                                address.target(),
                                address.secret(),
                                address.template()));
        return stored instanceof Stored.Done;
    }

    @Override
    public Set<WayId> all() {
        return database.read(handle ->
                Set.copyOf(
                        handle.createQuery("SELECT way FROM way_address")
                                .map((row, context) -> new WayId(row.getString(1)))
                                .list()));
    }

    private static Message messageOf(ResultSet row) throws SQLException {
        return new Message(
                row.getLong("number"),
                new WayId(row.getString("way")),
                row.getString("topic"),
                Notice.Urgency.valueOf(row.getString("urgency")),
                row.getString("text"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                Instant.ofEpochMilli(row.getLong("use_until")),
                row.getInt("tries"),
                Instant.ofEpochMilli(row.getLong("next_at")));
    }

    private static WayTrace traceOf(ResultSet row) throws SQLException {
        String failure = row.getString("failure");
        return new WayTrace(
                instant(row, "succeeded_at"),
                instant(row, "failed_at"),
                failure == null ? null : Failure.valueOf(failure),
                row.getString("detail"));
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
