package org.menfang.hub.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/// Copies of the hub's database file, made while somebody writes into it.
public final class DatabaseCopy {
    private static final int BUSY_TIMEOUT_MILLIS = 60_000;

    private DatabaseCopy() {}

    /// What became of a copy.
    public sealed interface Outcome {
        record Made() implements Outcome {}

        record Failed(String why) implements Outcome {}
    }

    /// Writes all that is committed at one moment into a file that is not there yet.
    public static Outcome make(Path from, Path to) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + from);
                PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, to.toString());
            copy.execute();
            return new Outcome.Made();
        } catch (SQLException e) {
            return new Outcome.Failed(from + ": " + e.getMessage());
        }
    }

    /// Looks through a whole file for damage.
    ///
    /// @return empty if there is none
    public static String damage(Path file) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("PRAGMA integrity_check(1)")) {
            String said = found.next() ? found.getString(1) : "no answer";
            return said.equals("ok") ? "" : said;
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
