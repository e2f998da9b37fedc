package org.menfang.gate.sqlite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// The contract of journals, kept by SQLite.
class SqliteJournalTest implements JournalContract {
    @TempDir private Path folder = Path.of("");

    private final List<JournalOnDisk> begun = new ArrayList<>();

    @AfterEach
    void close() {
        begun.forEach(JournalOnDisk::close);
    }

    @Override
    public Running startFirst() {
        JournalOnDisk gate = JournalOnDisk.start(folder, JournalOnDisk.LIMITS);
        begun.add(gate);
        return gate;
    }
}
