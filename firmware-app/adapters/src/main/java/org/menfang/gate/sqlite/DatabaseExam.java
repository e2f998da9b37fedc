package org.menfang.gate.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Looks whether the database of a gate that does not run is whole, for a limited time. It changes
/// nothing of it.
public final class DatabaseExam {
    private static final System.Logger LOG = System.getLogger(DatabaseExam.class.getName());
    private static final long AGAIN_MILLIS = 20;

    private DatabaseExam() {}

    /// What came of it.
    public sealed interface Result {
        /// There is no database in the folder.
        record None() implements Result {}

        /// It is whole.
        ///
        /// @param complete whether all of it was looked at in the time that there was
        record Whole(long bytes, boolean complete) implements Result {}

        /// It is damaged, or cannot be read.
        record Broken(String why, boolean damaged) implements Result {}
    }

    /// @param data the data folder
    /// @param copies where a copy may be made of what nobody but a gate may bring together
    public static Result look(Path data, Path copies, Duration limit) {
        Path file = data.resolve(GateDatabase.FILE_NAME);
        if (!Files.isRegularFile(file)) {
            return new Result.None();
        }
        AtomicBoolean over = new AtomicBoolean();
        try (Connection connection = new SqliteConnector(file, copies).connectToRead();
                Statement statement = connection.createStatement()) {
            CountDownLatch done = endLater(statement, limit, over);
            try {
                String found = check(statement);
                return found.equals("ok")
                        ? new Result.Whole(file.toFile().length(), true)
                        : new Result.Broken(found, true);
            } finally {
                done.countDown();
            }
        } catch (SQLException e) {
            return over.get()
                    ? new Result.Whole(file.toFile().length(), false)
                    : new Result.Broken(StorageFault.why(e), StorageFault.of(e).isDamage());
        }
    }

    /// Once the time is over the statement is told to end, again and again, since it may not have
    /// begun when it is told first.
    private static CountDownLatch endLater(
            Statement statement, Duration limit, AtomicBoolean over) {
        CountDownLatch done = new CountDownLatch(1);
        Thread.ofPlatform()
                .daemon()
                .name("database-exam")
                .start(() -> {
                    try {
                        boolean ended = done.await(limit.toNanos(), TimeUnit.NANOSECONDS);
                        while (!ended) {
                            over.set(true);
                            statement.cancel();
                            ended = done.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                        }
                    } catch (SQLException e) {
                        // It has ended just now.
                        LOG.log(System.Logger.Level.DEBUG, "nothing is left to be ended", e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        return done;
    }

    private static String check(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            return rows.next() ? rows.getString(1) : "ok";
        }
    }
}
