package org.menfang.hub.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.menfang.hub.ingest.ChainGap;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateIdentity;

/// Events and gaps as rows.
final class EventRows {
    static final String SELECT =
            "SELECT e.number, g.compound, g.gate, e.stream, e.seq, e.heard_at, e.hash, e.text"
                    + " FROM event e JOIN gate g ON g.id = e.gate";

    private EventRows() {}

    static StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                new GateIdentity(new CompoundId(row.getString(2)), new GateId(row.getString(3))),
                new EventPosition(Columns.stream(row.getInt(4)), row.getLong(5)),
                Instant.ofEpochMilli(row.getLong(6)),
                Columns.digest(row.getBytes(7)),
                row.getString(8));
    }

    static FoundGap readGap(GateIdentity gate, ResultSet row) throws SQLException {
        ChainGap gap =
                new ChainGap(
                        Columns.stream(row.getInt(1)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4));
        return new FoundGap(gate, gap, Instant.ofEpochMilli(row.getLong(5)));
    }
}
