package org.menfang.gate.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Connects to a SQLite file.
///
/// @param copies where a copy may be made of a file that cannot be written; none for nowhere
record SqliteConnector(Path file, @Nullable Path copies) implements GateDatabase.Connector {
    /// Largest database that is copied.
    static final long COPY_BYTES_MAX = 256L * 1024 * 1024;

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

    private static final List<String> TO_READ =
            List.of(
                    "PRAGMA query_only = ON",
                    // Opens all files that belong to it.
                    "SELECT count(*) FROM sqlite_schema");

    private static final List<String> TO_WRITE =
            List.of(
                    "PRAGMA journal_mode = WAL",
                    // NORMAL loses what was acknowledged in most power cuts.
                    "PRAGMA synchronous = FULL");

    SqliteConnector(Path file) {
        this(file, null);
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
        return prepare(connection, TO_WRITE);
    }

    @Override
    public Connection connectToRead() throws SQLException {
        // What waits in the -wal file cannot be read without writing; the file alone would be an
        // older state, and the journal would begin with numbers that are already given out.
        Path log = logOf(file);
        if (log.toFile().length() > 0) {
            if (copies == null) {
                throw new SQLException(
                        "not all that was committed has reached " + file.getFileName() + " itself",
                        null,
                        StorageFault.CANNOT_OPEN.code());
            }
            return connectToCopy(log, copies);
        }
        Connection connection =
                DriverManager.getConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1");
        return prepare(connection, TO_READ);
    }

    /// Copies both files and lets SQLite bring them together. The copy loses its name at once: it
    /// lives as long as the connection.
    private Connection connectToCopy(Path log, Path folder) throws SQLException {
        Path copy = folder.resolve(file.getFileName());
        try {
            try {
                checkRoom(folder, Files.size(file) + Files.size(log));
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                Files.copy(log, logOf(copy), StandardCopyOption.REPLACE_EXISTING);
                return prepare(DriverManager.getConnection("jdbc:sqlite:" + copy.toUri()), TO_READ);
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(logOf(copy));
            }
        } catch (IOException e) {
            throw new SQLException(
                    "no copy of " + file.getFileName() + " could be made: " + e,
                    null,
                    StorageFault.INPUT_OUTPUT.code(),
                    e);
        }
    }

    private static void checkRoom(Path folder, long bytes) throws IOException {
        if (bytes > COPY_BYTES_MAX || bytes > Files.getFileStore(folder).getUsableSpace() / 2) {
            throw new IOException(bytes + " bytes are too many");
        }
    }

    private static Path logOf(Path database) {
        return database.resolveSibling(database.getFileName() + "-wal");
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
