package org.menfang.hub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;

/// The hub's database file.
///
/// There is one connection that writes and a few that only read. SQLite's write-ahead log lets them
/// read while the other writes, so that a page never waits for a burst of events.
public final class Database implements AutoCloseable {
    private static final int READERS = 4;
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;
    private static final int READER_WAIT_MILLIS = 10_000;
    private static final long LEFTOVER_LOG_BYTES_MAX = 64L * 1024 * 1024;

    /// What became of opening a file.
    public sealed interface Opening {
        record Opened(Database database) implements Opening {}

        /// A later version of the hub has written this file.
        record NewerSchema(int found, int known) implements Opening {}

        record Failed(String why) implements Opening {}
    }

    private final ReentrantLock writing = new ReentrantLock();
    private final Handle writer;
    private final BlockingQueue<Handle> readers;

    private Database(Handle writer, List<Handle> readers) {
        this.writer = writer;
        this.readers = new ArrayBlockingQueue<>(READERS, false, readers);
    }

    /// Opens a file, makes it where there is none, and brings it to this version's schema.
    public static Opening open(Path file) {
        List<Handle> handles = new ArrayList<>();
        try {
            keepPrivate(file);
            Handle writer = connect(file, false);
            handles.add(writer);
            int found = Schema.versionOf(writer);
            if (found > Schema.VERSION) {
                handles.forEach(Handle::close);
                return new Opening.NewerSchema(found, Schema.VERSION);
            }
            Schema.upgrade(writer);
            for (int i = 0; i < READERS; i++) {
                handles.add(connect(file, true));
            }
            return new Opening.Opened(new Database(writer, handles.subList(1, handles.size())));
        } catch (JdbiException | SQLException | IOException e) {
            handles.forEach(Handle::close);
            return new Opening.Failed(file + ": " + e.getMessage());
        }
    }

    /// Lets nobody else read the file, since it holds secrets. SQLite gives the files beside it the
    /// same rights.
    private static void keepPrivate(Path file) throws IOException {
        Set<PosixFilePermission> ownerOnly = PosixFilePermissions.fromString("rw-------");
        if (Files.exists(file)) {
            Files.setPosixFilePermissions(file, ownerOnly);
        } else {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
        }
    }

    /// Does some writing in one transaction, which is durable when this returns. Only one thread
    /// writes at a time.
    <T> T write(Function<Handle, T> work) {
        writing.lock();
        try {
            return writer.inTransaction(work::apply);
        } finally {
            writing.unlock();
        }
    }

    /// Does some writing in one transaction, which is durable when this returns.
    void change(Consumer<Handle> work) {
        writing.lock();
        try {
            writer.useTransaction(work::accept);
        } finally {
            writing.unlock();
        }
    }

    /// Moves what stands in the write-ahead log into the file, and empties the log as far as no
    /// reader needs it: what was deleted is not left behind there.
    void emptyLog() {
        writing.lock();
        try {
            writer.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").mapToMap().list();
        } finally {
            writing.unlock();
        }
    }

    /// Reads what was committed before, from one unmoving view; never waits for a writer.
    <T> T read(Function<Handle, T> work) {
        Handle reader = borrowReader();
        try {
            return reader.inTransaction(work::apply);
        } finally {
            readers.add(reader);
        }
    }

    private Handle borrowReader() {
        try {
            Handle reader = readers.poll(READER_WAIT_MILLIS, TimeUnit.MILLISECONDS);
            if (reader == null) {
                throw new IllegalStateException(
                        "no database reader was free for " + READER_WAIT_MILLIS + " ms");
            }
            return reader;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a database reader", e);
        }
    }

    /// Waits for what is under way and lets the file go.
    @Override
    public void close() {
        for (int i = 0; i < READERS; i++) {
            borrowReader().close();
        }
        writing.lock();
        try {
            writer.close();
        } finally {
            writing.unlock();
        }
    }

    private static Handle connect(Path file, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        config.setReadOnly(readOnly);
        if (!readOnly) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        }
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        Handle handle = Jdbi.open(() -> connection);
        // Both are said to cost nothing and stop a damaged or planted file from doing harm:
        // https://sqlite.org/security.html
        handle.execute("PRAGMA cell_size_check = ON");
        handle.execute("PRAGMA trusted_schema = OFF");
        if (!readOnly) {
            handle.execute("PRAGMA journal_size_limit = " + LEFTOVER_LOG_BYTES_MAX);
        }
        return handle;
    }
}
