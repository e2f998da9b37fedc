package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.JournalStart;
import org.menfang.gate.local.HeldFile;
import org.menfang.gate.port.Journal;
import org.menfang.gate.port.StoredEvents;
import org.menfang.gate.rules.RuleShelf;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.json.ReceivedEvent;

/// A journal on a real disk that a test can make fail.
final class JournalOnDisk implements JournalContract.Running, AutoCloseable {
    static final JournalLimits LIMITS =
            JournalLimits.STANDARD.withRetries(Duration.ofMillis(2), Duration.ofMillis(20));

    private final Path folder;
    private final JournalLimits limits;
    private final FaultyConnector disk;
    private final SqliteJournal journal;
    private final JournalStart start;
    private final RecordingInbox inbox;
    private @Nullable JournalOnDisk next;

    private JournalOnDisk(
            Path folder,
            JournalLimits limits,
            FaultyConnector disk,
            JournalBeginning.Begun begun,
            RecordingInbox inbox) {
        this.folder = folder;
        this.limits = limits;
        this.disk = disk;
        this.journal = begun.journal();
        this.start = begun.start();
        this.inbox = inbox;
    }

    static JournalOnDisk start(Path folder, JournalLimits limits) {
        FaultyConnector disk = new FaultyConnector(folder);
        RecordingInbox inbox = new RecordingInbox();
        GateDatabase database =
                assertInstanceOf(
                                DatabaseOpening.Opened.class,
                                GateDatabase.open(disk, Schema.current()))
                        .database();
        JournalBeginning.Begun begun =
                assertInstanceOf(
                        JournalBeginning.Begun.class,
                        SqliteJournal.begin(
                                database,
                                Samples.COMPOUND,
                                Samples.GATE,
                                text -> "signed " + text,
                                limits,
                                inbox));
        return new JournalOnDisk(folder, limits, disk, begun, inbox);
    }

    /// Changes the file behind the journal's back, while nobody has it open.
    static void damage(Path folder, String sql) throws SQLException {
        GateDatabase database =
                assertInstanceOf(
                                DatabaseOpening.Opened.class,
                                GateDatabase.open(new FaultyConnector(folder), Schema.current()))
                        .database();
        try (database) {
            database.execute(sql);
        }
    }

    FaultyConnector disk() {
        return disk;
    }

    /// Checks that events follow each other by number and by hash.
    List<ReceivedEvent> checkChain(EventStream stream, long fromSeq, long toSeq) {
        List<ReceivedEvent> events =
                JournalContract.texts(this, stream, fromSeq, toSeq).stream()
                        .map(JournalContract::parsed)
                        .toList();
        assertEquals(toSeq - fromSeq + 1, events.size());
        Sha256 previous = fromSeq == 1 ? Sha256.ZERO : events.getFirst().previous();
        long seq = fromSeq;
        for (ReceivedEvent event : events) {
            assertEquals(seq++, event.event().position().seq());
            assertEquals(previous, event.previous());
            previous = event.hash();
        }
        return events;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    void ask(Runnable answer) {
        journal.ask(answer);
    }

    HeldFile heldFile() {
        return journal.heldFile();
    }

    RuleShelf rules() {
        return journal.rules();
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
    public void settle() {
        // The journal's thread does it by itself.
    }

    @Override
    public JournalOnDisk startAgain() {
        journal.close();
        JournalOnDisk again = start(folder, limits);
        next = again;
        return again;
    }

    /// Closes this one and all that were started again after it.
    @Override
    public void close() {
        disk.heal();
        journal.close();
        if (next != null) {
            next.close();
        }
    }
}
