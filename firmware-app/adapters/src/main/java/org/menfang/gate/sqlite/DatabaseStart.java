package org.menfang.gate.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.menfang.gate.ledger.Entry;

/// The database that a gate starts with, come what may.
///
/// @param why what is wrong; empty where nothing is
public record DatabaseStart(GateDatabase database, Rung rung, String why) {
    /// How far down the ladder the gate had to go.
    public enum Rung {
        /// It is read and written.
        WRITTEN,
        /// It is read, itself or a copy of it. What is to be written waits in memory.
        ONLY_READ,
        /// It was gone or damaged. A new one has taken its place, and what is left of the old one
        /// was moved aside.
        BEGUN_ANEW,
        /// There is none, and none can be made: nothing is read, and nothing is kept.
        NONE
    }

    /// Opens the database of a data folder.
    ///
    /// @param copies a folder on another disk, or in memory, for a copy of one that cannot be
    ///   written
    /// @param now the wall clock, as far as it is known
    public static DatabaseStart of(Path data, Path copies, Instant now) {
        return switch (GateDatabase.open(data, copies)) {
            case DatabaseOpening.Opened(GateDatabase opened) -> opened(data, copies, now, opened);
            case DatabaseOpening.OpenedReadOnly(GateDatabase opened, String why) ->
                    new DatabaseStart(opened, Rung.ONLY_READ, why);
            case DatabaseOpening.Unusable(String why, String _, boolean damaged) ->
                    damaged ? anew(data, copies, now, why) : none(data, why);
        };
    }

    /// One that was just made although there was one before is one that was lost.
    private static DatabaseStart opened(
            Path data, Path copies, Instant now, GateDatabase database) {
        try {
            Optional<NumberMark.Numbers> used = new NumberMark(data).read();
            if (used.isEmpty() || GateRow.load(database).boot() > 0) {
                return new DatabaseStart(database, Rung.WRITTEN, "");
            }
            return begun(data, now, database, used.get(), "the database was gone");
        } catch (SQLException e) {
            closeAfter(e, database);
            return anew(data, copies, now, StorageFault.why(e));
        }
    }

    /// Moves a damaged database aside and begins a new one.
    ///
    /// @param why what is wrong with the old one
    public static DatabaseStart anew(Path data, Path copies, Instant now, String why) {
        try {
            Evidence.moveAside(data);
        } catch (IOException e) {
            return none(data, why + "; it cannot be moved aside: " + e);
        }
        if (GateDatabase.open(data, copies) instanceof DatabaseOpening.Opened(GateDatabase fresh)) {
            try {
                NumberMark.Numbers used =
                        new NumberMark(data).read().orElse(NumberMark.Numbers.NONE);
                return begun(data, now, fresh, used, why);
            } catch (SQLException e) {
                closeAfter(e, fresh);
                return none(data, why + "; a new one cannot be begun: " + StorageFault.why(e));
            }
        }
        return none(data, why + "; a new one cannot be made");
    }

    private static DatabaseStart begun(
            Path data, Instant now, GateDatabase fresh, NumberMark.Numbers used, String why)
            throws SQLException {
        Entry forgotten = new Entry.UsesForgotten(lastWritten(data, now));
        fresh.transaction(() -> {
            GateRow.beginAfter(fresh, used);
            new LedgerTable(fresh).apply(LedgerChange.keep(forgotten));
            return used;
        });
        return new DatabaseStart(fresh, Rung.BEGUN_ANEW, why);
    }

    /// The latest moment at which something may have been written that is lost now.
    private static Instant lastWritten(Path data, Instant now) {
        return Stream.of(data.resolve(NumberMark.FILE_NAME), Evidence.newest(data))
                .map(DatabaseStart::written)
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    /// When a file was written last; one that is not there says nothing about the time.
    private static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /// Does without any.
    ///
    /// @param why there is none
    public static DatabaseStart none(Path data, String why) {
        try {
            NumberMark.Numbers used = new NumberMark(data).read().orElse(NumberMark.Numbers.NONE);
            return new DatabaseStart(GateDatabase.standIn(used), Rung.NONE, why);
        } catch (SQLException e) {
            throw new IllegalStateException("no database in memory can be made", e);
        }
    }

    /// Whether a gate that has no database would get one if it started again.
    public static boolean isThereAgain(Path data) {
        return switch (GateDatabase.open(data)) {
            case DatabaseOpening.Opened(GateDatabase database) -> isClosed(database);
            case DatabaseOpening.OpenedReadOnly(GateDatabase database, String _) ->
                    isClosed(database);
            case DatabaseOpening.Unusable(String _, String _, boolean damaged) ->
                    damaged && Files.isWritable(data);
        };
    }

    private static boolean isClosed(GateDatabase database) {
        try {
            database.close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static void closeAfter(SQLException cause, GateDatabase database) {
        try {
            database.close();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
