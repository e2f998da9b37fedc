package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.JournalStart;
import org.menfang.gate.port.Journal;
import org.menfang.gate.port.StoredEvents;

/// The contract of journals, kept by SQLite.
class SqliteJournalTest implements JournalContract {
    @TempDir private Path folder = Path.of("");

    private final List<SqliteJournal> begun = new ArrayList<>();

    @AfterEach
    void close() {
        begun.forEach(SqliteJournal::close);
    }

    @Override
    public Running startFirst() {
        return start();
    }

    private OnDisk start() {
        RecordingInbox inbox = new RecordingInbox();
        GateDatabase database =
                assertInstanceOf(DatabaseOpening.Opened.class, GateDatabase.open(folder))
                        .database();
        JournalBeginning.Begun begin =
                assertInstanceOf(
                        JournalBeginning.Begun.class,
                        SqliteJournal.begin(
                                database,
                                Samples.COMPOUND,
                                Samples.GATE,
                                text -> "signed",
                                JournalLimits.STANDARD,
                                inbox));
        begun.add(begin.journal());
        return new OnDisk(begin.journal(), begin.start(), inbox);
    }

    private final class OnDisk implements Running {
        private final SqliteJournal journal;
        private final JournalStart start;
        private final RecordingInbox inbox;

        OnDisk(SqliteJournal journal, JournalStart start, RecordingInbox inbox) {
            this.journal = journal;
            this.start = start;
            this.inbox = inbox;
        }

        @Override
        public Journal journal() {
            return journal;
        }

        @Override
        public StoredEvents stored() {
            return journal;
        }

        @Override
        public JournalStart start() {
            return start;
        }

        @Override
        public RecordingInbox inbox() {
            return inbox;
        }

        @Override
        public Running startAgain() {
            journal.close();
            return SqliteJournalTest.this.start();
        }
    }
}
