package org.menfang.hub.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.menfang.hub.ingest.StreamPosition;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// What the hub needs when it starts, read from one view.
final class MemoryRows {
    private record Head(GateIdentity gate, EventStream stream, long seq, Sha256 hash) {}

    private MemoryRows() {}

    static HubMemory load(Handle handle) {
        Map<GateIdentity, Map<EventStream, StreamPosition>> positions = new HashMap<>();
        for (Head head : heads(handle)) {
            positions
                    .computeIfAbsent(head.gate(), any -> new EnumMap<>(EventStream.class))
                    .put(head.stream(), new StreamPosition(head.seq(), head.hash()));
        }
        return new HubMemory(
                gates(handle),
                positions,
                AlarmRows.open(handle),
                AlarmRows.lastOfHub(handle),
                handle.createQuery("SELECT coalesce(max(number), 0) FROM event")
                        .mapTo(long.class)
                        .one(),
                lastMissingAlarm(handle));
    }

    private static List<GateIdentity> gates(Handle handle) {
        return handle.createQuery("SELECT compound, gate FROM gate")
                .map((row, context) -> gate(row))
                .list();
    }

    // One look into the index for each stream, however many events there are.
    private static List<Head> heads(Handle handle) {
        return handle.createQuery(
                        "SELECT g.compound, g.gate, e.stream, e.seq, e.hash"
                                + " FROM gate g JOIN (SELECT 0 AS stream UNION ALL SELECT 1) s"
                                + " JOIN event e ON e.gate = g.id AND e.stream = s.stream"
                                + " AND e.seq = (SELECT max(seq) FROM event"
                                + " WHERE gate = g.id AND stream = s.stream)")
                .map((row, context) ->
                        new Head(
                                gate(row),
                                Columns.stream(row.getInt(3)),
                                row.getLong(4),
                                Columns.digest(row.getBytes(5))))
                .list();
    }

    private static Map<GateIdentity, Long> lastMissingAlarm(Handle handle) {
        Map<GateIdentity, Long> last = new HashMap<>();
        handle.createQuery(
                        "SELECT g.compound, g.gate, max(c.to_seq) FROM chain_gap c"
                                + " JOIN gate g ON g.id = c.gate"
                                + " WHERE c.stream = 1 AND c.to_seq >= c.from_seq GROUP BY g.id")
                .map((row, context) -> Map.entry(gate(row), row.getLong(3)))
                .forEach(entry -> last.put(entry.getKey(), entry.getValue()));
        return last;
    }

    private static GateIdentity gate(ResultSet row) throws SQLException {
        return new GateIdentity(new CompoundId(row.getString(1)), new GateId(row.getString(2)));
    }
}
