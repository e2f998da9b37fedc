package org.menfang.sim.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// What the hub stored of a gate's stream of events, read from its database once it has stopped.
///
/// @param count how many events
/// @param firstSeq of the oldest
/// @param lastSeq of the newest
/// @param outOfOrder how many were stored after one with a later number
/// @param gaps how many holes or breaks the hub noted
record StoredCopy(long count, long firstSeq, long lastSeq, long outOfOrder, long gaps) {
    private static final String STREAM =
            """
            WITH stored AS (
                SELECT seq, lag(seq) OVER (ORDER BY number) AS before FROM event WHERE stream = 0)
            SELECT count(*), min(seq), max(seq), count(*) FILTER (WHERE seq <= before),
                (SELECT count(*) FROM chain_gap) FROM stored
            """;
    private static final String LIKE =
            "SELECT count(*) FROM event WHERE stream = 0 AND text LIKE ?";

    /// @param file the hub's database
    static StoredCopy read(Path file) throws SQLException {
        try (Connection connection = open(file);
                PreparedStatement query = connection.prepareStatement(STREAM);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new StoredCopy(
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        }
    }

    /// How many stored events are of a type, such as `access.granted`.
    static long countOf(Path file, String type) throws SQLException {
        try (Connection connection = open(file);
                PreparedStatement query = connection.prepareStatement(LIKE)) {
            query.setString(1, "%\"org.menfang." + type + "\"%");
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /// Whether it is all that the gate wrote, each event once, in order.
    boolean isAllUpTo(long seq) {
        return firstSeq == 1 && lastSeq >= seq && count == lastSeq && outOfOrder == 0 && gaps == 0;
    }

    private static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
