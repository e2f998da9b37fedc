package org.menfang.hub.store;

import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.menfang.hub.book.BookStore;
import org.menfang.hub.book.Line;
import org.menfang.hub.open.LogFinder;

/// The hub's log in its database file.
public final class SqliteBook implements BookStore, LogFinder {
    private final Database database;

    public SqliteBook(Database database) {
        this.database = database;
    }

    @Override
    public void replay(Consumer<Line> reader) {
        database.read(handle -> {
            handle.createQuery("SELECT seq, hash, text FROM entry ORDER BY seq")
                    .map((row, context) ->
                            new Line(
                                    row.getLong(1),
                                    Columns.digest(row.getBytes(2)),
                                    row.getString(3)))
                    .useStream(lines -> lines.forEach(reader));
            return true;
        });
    }

    @Override
    public List<Line> from(long seq, int count) {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT seq, hash, text FROM entry WHERE seq >= ?"
                                        + " ORDER BY seq LIMIT ?")
                        .bind(0, seq)
                        .bind(1, count)
                        .map((row, context) ->
                                new Line(
                                        row.getLong(1),
                                        Columns.digest(row.getBytes(2)),
                                        row.getString(3)))
                        .list());
    }

    @Override
    public List<Line> before(long seq, int countMax) {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT seq, hash, text FROM entry WHERE seq < :seq"
                                        + " ORDER BY seq DESC LIMIT :count")
                        .bind("seq", seq)
                        .bind("count", countMax)
                        .map((row, context) ->
                                new Line(
                                        row.getLong(1),
                                        Columns.digest(row.getBytes(2)),
                                        row.getString(3)))
                        .list());
    }

    @Override
    public Append append(List<Line> lines) {
        try {
            database.change(handle -> {
                try (PreparedBatch batch =
                        handle.prepareBatch(
                                "INSERT INTO entry (seq, hash, text) VALUES (?, ?, ?)")) {
                    for (Line line : lines) {
                        batch.bind(0, line.seq())
                                .bind(1, Columns.bytes(line.hash()))
                                .bind(2, line.text())
                                .add();
                    }
                    batch.execute();
                }
            });
            return new Append.Stored();
        } catch (JdbiException e) {
            return new Append.Failed(String.valueOf(e.getMessage()));
        }
    }
}
