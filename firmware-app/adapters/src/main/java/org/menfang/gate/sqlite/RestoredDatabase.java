package org.menfang.gate.sqlite;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.menfang.gate.Memory;
import org.menfang.gate.ledger.Entry;
import org.menfang.vocabulary.EventStream;

/// The database of a backup, made fit to be gone on with.
///
/// What the gate did after the backup is not in it, and the hub may hold it. So all numbers are
/// skipped that may have been given since; which they are is written down as an event at the next
/// start. What stood open then says nothing of now, so that alarms and the modes of doors are
/// forgotten, and passes count as used up that could have been used.
public final class RestoredDatabase {
    /// No gate writes more events than this for long, whatever is done to it.
    static final long EVENTS_A_SECOND_MAX = 10;

    /// No gate is started more often than once in this time, for long.
    static final Duration START_INTERVAL_MIN = Duration.ofSeconds(10);

    private static final int NUMBERS_MIN = NumberMark.BLOCK_EVENTS;
    private static final int STARTS_MIN = 1_000;

    private RestoredDatabase() {}

    /// Looks through the whole database of a folder, and prepares it.
    ///
    /// @param copiedAt when it was copied from the gate
    /// @param now the wall clock, not earlier than that
    /// @return why it cannot be used; empty if it can
    public static Optional<String> prepare(Path folder, Instant copiedAt, Instant now) {
        return switch (GateDatabase.open(folder)) {
            case DatabaseOpening.Opened(GateDatabase database) -> prepare(database, copiedAt, now);
            case DatabaseOpening.OpenedReadOnly(GateDatabase database, String why) ->
                    closed(database, why);
            case DatabaseOpening.Unusable(String why, String _, boolean _) -> Optional.of(why);
        };
    }

    /// Looks through the whole database of a folder, and leaves it as it is.
    ///
    /// @return what is wrong; empty if nothing is
    public static Optional<String> check(Path folder) {
        return switch (GateDatabase.open(folder)) {
            case DatabaseOpening.Opened(GateDatabase database) -> {
                try (database) {
                    check(database);
                    yield Optional.empty();
                } catch (SQLException e) {
                    yield Optional.of(StorageFault.why(e));
                }
            }
            case DatabaseOpening.OpenedReadOnly(GateDatabase database, String why) ->
                    closed(database, why);
            case DatabaseOpening.Unusable(String why, String _, boolean _) -> Optional.of(why);
        };
    }

    private static Optional<String> closed(GateDatabase database, String why) {
        try {
            database.close();
            return Optional.of(why);
        } catch (SQLException e) {
            return Optional.of(why + "; " + StorageFault.why(e));
        }
    }

    private static Optional<String> prepare(GateDatabase database, Instant copiedAt, Instant now) {
        try (database) {
            check(database);
            Map<EventStream, SkippedNumbers.Stretch> skipped = new EnumMap<>(EventStream.class);
            for (EventStream stream : EventStream.values()) {
                skipped.put(stream, after(StreamLog.load(database, stream), copiedAt, now));
            }
            long boot = GateRow.load(database).boot() + starts(copiedAt, now);
            database.transaction(() -> {
                for (var each : skipped.entrySet()) {
                    SkippedNumbers.add(database, each.getKey(), each.getValue());
                }
                GateRow.storeBoot(database, boot);
                GateRow.storeMemory(database, Memory.EMPTY);
                new LedgerTable(database).apply(LedgerChange.keep(new Entry.UsesForgotten(now)));
                return boot;
            });
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(StorageFault.why(e));
        }
    }

    private static void check(GateDatabase database) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet found = statement.executeQuery("PRAGMA integrity_check(1)")) {
            if (!found.next() || !found.getString(1).equals("ok")) {
                throw new SQLException(
                        "the database is damaged", null, StorageFault.CORRUPT.code());
            }
        }
    }

    private static SkippedNumbers.Stretch after(StreamLog log, Instant copiedAt, Instant now) {
        long seconds = Duration.between(copiedAt, now).toSeconds();
        long last = log.state().head().seq();
        return new SkippedNumbers.Stretch(
                last + 1,
                last + NUMBERS_MIN + seconds * EVENTS_A_SECOND_MAX,
                "the gate was restored from a backup of "
                        + copiedAt
                        + "; what it wrote after that is at the hub, or lost",
                false);
    }

    private static long starts(Instant copiedAt, Instant now) {
        return STARTS_MIN + Duration.between(copiedAt, now).dividedBy(START_INTERVAL_MIN);
    }
}
