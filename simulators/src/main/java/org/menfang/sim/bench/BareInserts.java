package org.menfang.sim.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/// The least that a durable record costs on this disk: one row in one table, one commit,
/// `synchronous=FULL`.
final class BareInserts implements AutoCloseable {
    private static final byte[] ROW = new byte[500];

    private final Connection connection;
    private final PreparedStatement insert;

    BareInserts(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.execute(
                    "CREATE TABLE record (seq INTEGER PRIMARY KEY, content BLOB NOT NULL)");
        }
        insert = connection.prepareStatement("INSERT INTO record (content) VALUES (?)");
    }

    /// How long one durable insert took, in nanoseconds.
    long insert() throws SQLException {
        long begun = System.nanoTime();
        insert.setBytes(1, ROW);
        insert.executeUpdate();
        return System.nanoTime() - begun;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
