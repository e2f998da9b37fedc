package org.menfang.hub.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The quarantine as rows.
final class QuarantineRows {
    private QuarantineRows() {}

    static void write(Handle handle, List<Quarantined> rows) {
        for (Quarantined row : rows) {
            handle.execute(
                    "INSERT INTO quarantine (heard_at, topic, why, payload) VALUES (?, ?, ?, ?)",
                    row.heardAt().toEpochMilli(),
                    row.topic(),
                    row.why(),
                    row.payload());
        }
        if (!rows.isEmpty()) {
            handle.execute(
                    "DELETE FROM quarantine WHERE id <= (SELECT max(id) FROM quarantine) - ?",
                    Quarantined.ROWS_MAX);
        }
    }

    static List<Quarantined> newest(Handle handle, int count) {
        return handle.createQuery(
                        "SELECT heard_at, topic, why, payload FROM quarantine"
                                + " ORDER BY id DESC LIMIT ?")
                .bind(0, count)
                .map((row, context) ->
                        new Quarantined(
                                Instant.ofEpochMilli(row.getLong(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getBytes(4)))
                .list();
    }
}
