package org.menfang.hub.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.menfang.hub.keep.EventShelf;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// The stored events, for those who have to forget some.
public final class SqliteShelf implements EventShelf {
    private static final String GATE = "(SELECT id FROM gate WHERE compound = ? AND gate = ?)";

    private final Database database;

    public SqliteShelf(Database database) {
        this.database = database;
    }

    private record Row(Stored event, long heardAt) {}

    @Override
    public List<Stream> streams() {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT g.compound, g.gate, s.stream FROM gate g"
                                        + " JOIN (SELECT 0 AS stream UNION ALL SELECT 1) s"
                                        + " WHERE EXISTS (SELECT 1 FROM event e"
                                        + " WHERE e.gate = g.id AND e.stream = s.stream)"
                                        + " ORDER BY g.compound, g.gate, s.stream")
                        .map((row, context) ->
                                new Stream(
                                        new GateIdentity(
                                                new CompoundId(row.getString(1)),
                                                new GateId(row.getString(2))),
                                        Columns.stream(row.getInt(3))))
                        .list());
    }

    @Override
    public List<Stored> heardBefore(Stream stream, long afterSeq, Instant time, int count) {
        List<Row> rows =
                database.read(handle ->
                        handle.createQuery(
                                        "SELECT seq, hash, heard_at FROM event"
                                                + " WHERE gate = "
                                                + GATE
                                                + " AND stream = ? AND seq > ?"
                                                + " ORDER BY seq LIMIT ?")
                                .bind(0, stream.gate().compound().value())
                                .bind(1, stream.gate().gate().value())
                                .bind(2, Columns.number(stream.stream()))
                                .bind(3, afterSeq)
                                .bind(4, count + 1)
                                .map((row, context) ->
                                        new Row(
                                                new Stored(
                                                        row.getLong(1),
                                                        Columns.digest(row.getBytes(2))),
                                                row.getLong(3)))
                                .list());
        List<Stored> old = new ArrayList<>();
        // The last row is either one too many, or the last of the stream.
        for (Row row : rows.subList(0, Math.max(0, rows.size() - 1))) {
            if (row.heardAt() >= time.toEpochMilli()) {
                break;
            }
            old.add(row.event());
        }
        return old;
    }

    @Override
    public int remove(Stream stream, long toSeq, int count) {
        return database.write(handle ->
                handle.execute(
                        "DELETE FROM event WHERE number IN (SELECT number FROM event"
                                + " WHERE gate = "
                                + GATE
                                + " AND stream = ? AND seq <= ? ORDER BY seq LIMIT ?)",
                        stream.gate().compound().value(),
                        stream.gate().gate().value(),
                        Columns.number(stream.stream()),
                        toSeq,
                        count));
    }

    @Override
    public int dropPictures(GateIdentity gate, long toSeq, Set<Sha256> kept, int count) {
        return database.write(handle -> {
            List<byte[]> dropped =
                    unseen(handle, gate, toSeq).stream()
                            .filter(picture -> !kept.contains(picture.digest()))
                            .limit(count)
                            .map(picture -> drop(handle, picture))
                            .toList();
            return dropped.size();
        });
    }

    private record Picture(long gate, long picture, Sha256 digest) {}

    private static List<Picture> unseen(Handle handle, GateIdentity gate, long toSeq) {
        return handle.createQuery(
                        "SELECT p.gate, p.picture, p.digest FROM picture p"
                                + " WHERE p.gate = "
                                + GATE
                                + " AND p.picture <= ?"
                                + " AND NOT EXISTS (SELECT 1 FROM event e WHERE e.gate = p.gate"
                                + " AND e.stream = 1"
                                + " AND json_extract(e.text, '$.data.picture') = p.picture)"
                                + " AND NOT EXISTS (SELECT 1 FROM alarm a WHERE a.gate = p.gate"
                                + " AND a.picture = p.picture AND a.by_hub = 0)")
                .bind(0, gate.compound().value())
                .bind(1, gate.gate().value())
                .bind(2, toSeq)
                .map((row, context) ->
                        new Picture(
                                row.getLong(1), row.getLong(2), Columns.digest(row.getBytes(3))))
                .list();
    }

    private static byte[] drop(Handle handle, Picture picture) {
        byte[] digest = Columns.bytes(picture.digest());
        handle.execute(
                "DELETE FROM picture WHERE gate = ? AND picture = ?",
                picture.gate(),
                picture.picture());
        handle.execute("INSERT OR IGNORE INTO dropped_picture (digest) VALUES (?)", digest);
        return digest;
    }

    @Override
    public List<Sha256> droppedFiles(int count) {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT d.digest FROM dropped_picture d WHERE NOT EXISTS"
                                        + " (SELECT 1 FROM picture p WHERE p.digest = d.digest)"
                                        + " LIMIT ?")
                        .bind(0, count)
                        .map((row, context) -> Columns.digest(row.getBytes(1)))
                        .list());
    }

    @Override
    public void fileDeleted(Sha256 digest) {
        database.change(handle ->
                handle.execute(
                        "DELETE FROM dropped_picture WHERE digest = ?", Columns.bytes(digest)));
    }
}
