package org.menfang.gate.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Connects to an empty database in memory, where there is no file. It never comes to a file: a
/// gate that finds one again starts again.
record StandInConnector(Schema schema) implements GateDatabase.Connector {
    @Override
    public Connection connect() throws SQLException {
        throw new SQLException("there is no database", null, StorageFault.CANNOT_OPEN.code());
    }

    @Override
    public Connection connectToRead() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (Statement statement = connection.createStatement()) {
            for (String script : schema.statements()) {
                statement.execute(script);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
