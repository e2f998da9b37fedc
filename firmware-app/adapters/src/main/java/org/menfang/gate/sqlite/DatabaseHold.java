package org.menfang.gate.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Keeps the database's file as it is while another program copies it: what is committed goes into
/// the log beside it alone. The gate goes on, and no event waits.
///
/// It belongs to the thread that owns the database.
final class DatabaseHold {
    /// How long a file is held at most. Whoever copies may have died, and the log grows meanwhile.
    static final Duration HOLD_MAX = Duration.ofMinutes(10);

    /// SQLite's own choice: the log is brought into the file when it has so many pages.
    private static final int USUAL_PAGES = 1_000;

    private final GateDatabase database;
    private long number;
    private @Nullable Held held;

    DatabaseHold(GateDatabase database) {
        this.database = database;
    }

    /// @param connection whatever is done over another one is not held back
    private record Held(long number, Connection connection, long sinceNanos) {}

    /// Brings all that is committed into the file, and holds it from now on. Whoever held it before
    /// does not any more.
    ///
    /// @return what to release it by
    long begin() throws SQLException {
        if (!database.isWritable()) {
            throw new SQLException("the database cannot be written");
        }
        Connection connection = database.connection();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            if (!row.next() || row.getInt(1) != 0) {
                throw new SQLException("the log cannot be brought into the file now");
            }
        }
        database.execute("PRAGMA wal_autocheckpoint = 0");
        number++;
        held = new Held(number, connection, System.nanoTime());
        return number;
    }

    /// Lets the file change again.
    ///
    /// @return whether it was the same all the time
    // That very connection is meant: each has settings of its own.
    @SuppressWarnings("ReferenceEquality")
    boolean release(long expected) throws SQLException {
        Held last = held;
        boolean same =
                last != null
                        && last.number() == expected
                        && last.connection() == database.connection();
        if (same) {
            end();
        }
        return same;
    }

    /// Ends a hold that nobody has released in time.
    void endIfOld() throws SQLException {
        Held last = held;
        if (last != null && System.nanoTime() - last.sinceNanos() > HOLD_MAX.toNanos()) {
            end();
        }
    }

    private void end() throws SQLException {
        held = null;
        database.execute("PRAGMA wal_autocheckpoint = " + USUAL_PAGES);
    }
}
