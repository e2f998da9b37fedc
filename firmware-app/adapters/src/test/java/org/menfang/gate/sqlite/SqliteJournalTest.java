package org.menfang.gate.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// The contract of journals, kept by SQLite.
class SqliteJournalTest implements JournalContract {
    @TempDir private Path folder = Path.of("");

    @Override
    public Running startFirst() {
        return JournalOnDisk.start(folder, JournalOnDisk.LIMITS);
    }
}
