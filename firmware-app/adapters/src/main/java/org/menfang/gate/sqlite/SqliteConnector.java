package org.menfang.gate.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Connects to a SQLite file.
record SqliteConnector(Path file) implements GateDatabase.Connector {
    private static final int BUSY_MILLIS_MAX = 1_000;

    private static final List<String> EVERY_CONNECTION =
            List.of(
                    "PRAGMA busy_timeout = " + BUSY_MILLIS_MAX,
                    // One process only: no shared memory beside the file, and a second one is
                    // refused.
                    "PRAGMA locking_mode = EXCLUSIVE",
                    "PRAGMA trusted_schema = OFF",
                    "PRAGMA cell_size_check = ON",
                    "PRAGMA foreign_keys = ON");

    private static final List<String> TO_WRITE =
            List.of(
                    "PRAGMA journal_mode = WAL",
                    // NORMAL loses what was acknowledged in most power cuts.
                    "PRAGMA synchronous = FULL");

    @Override
    public Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
        return prepare(connection, TO_WRITE);
    }

    @Override
    public Connection connectToRead() throws SQLException {
        // What waits in the -wal file cannot be read without writing; the file alone would be an
        // older state, and the journal would begin with numbers that are already given out.
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        if (log.toFile().length() > 0) {
            throw new SQLException(
                    "not all that was committed has reached " + file.getFileName() + " itself");
        }
        Connection connection =
                DriverManager.getConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1");
        return prepare(connection, List.of("PRAGMA query_only = ON"));
    }

    private static Connection prepare(Connection connection, List<String> more)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String pragma : EVERY_CONNECTION) {
                statement.execute(pragma);
            }
            for (String pragma : more) {
                statement.execute(pragma);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
