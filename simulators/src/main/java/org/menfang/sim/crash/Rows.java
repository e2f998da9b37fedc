package org.menfang.sim.crash;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Reads a database file past the program that it belongs to.
final class Rows implements AutoCloseable {
    private final Connection connection;

    private Rows(Connection connection) {
        this.connection = connection;
    }

    static Rows open(Path file) throws SQLException {
        return new Rows(DriverManager.getConnection("jdbc:sqlite:" + file));
    }

    /// What to do with a row.
    @FunctionalInterface
    interface Visitor {
        void visit(ResultSet row) throws SQLException;
    }

    void each(String query, Visitor visitor) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                visitor.visit(row);
            }
        }
    }

    /// The one number of a query; 0 where there is none.
    long number(String query) throws SQLException {
        long[] number = {0};
        each(query, row -> number[0] = row.getLong(1));
        return number[0];
    }

    /// A text; "null" where a damaged row has none.
    static String text(ResultSet row, int column) throws SQLException {
        return String.valueOf(row.getString(column));
    }

    /// Lets SQLite look at every page of the file.
    void checkWhole(Finding finding) throws SQLException {
        each(
                "PRAGMA integrity_check",
                row ->
                        finding.corruptUnless(
                                row.getString(1).equals("ok"),
                                "integrity_check: " + row.getString(1)));
        each("PRAGMA foreign_key_check", row -> finding.corrupt("a foreign key leads nowhere"));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
