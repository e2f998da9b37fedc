package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.sqlite.DatabaseStart.Rung;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;

/// The rungs of the ladder that a gate goes down when its database is not as it should be.
@Timeout(120)
class DatabaseStartTest {
    private static final Instant NOW = Instant.parse("2040-01-01T00:00:00Z");

    @TempDir private Path parent = Path.of("");

    private final RecordingInbox inbox = new RecordingInbox();
    private JournalStart lastBegun = JournalStart.FIRST;

    @Test
    void a_database_that_can_be_written_is_the_first_rung() throws SQLException {
        DatabaseStart start = start();
        assertEquals(Rung.WRITTEN, start.rung());
        assertEquals("", start.why());
        start.database().close();
    }

    @Test
    void a_damaged_database_is_kept_as_evidence_and_a_new_one_goes_on_behind_its_numbers()
            throws Exception {
        long last = writeEvents(3);
        byte[] damaged = damage();
        DatabaseStart start = start();
        assertEquals(Rung.BEGUN_ANEW, start.rung());
        assertTrue(start.why().contains("not a database"), start::why);
        Path evidence = data().resolve("damaged-1-gate.db");
        assertEquals(damaged.length, Files.size(evidence));
        try (SqliteJournal journal = begin(start.database())) {
            JournalStart begun = begun();
            assertTrue(begun.lastEventSeq() >= last, "no number is used twice");
            assertEquals(3, begun.boot(), "no start is counted twice");
            assertEquals(List.of(new Entry.UsesForgotten(NOW)), begun.ledger());
            journal.append(Samples.event(EventStream.EVENTS, begun.lastEventSeq() + 1));
            inbox.next(Input.JournalCommitted.class);
        }
        DatabaseStart again = start();
        assertEquals(Rung.WRITTEN, again.rung());
        again.database().close();
    }

    @Test
    void a_hub_that_holds_events_of_the_lost_database_hears_which_are_missing() throws Exception {
        long last = writeEvents(3);
        damage();
        try (SqliteJournal journal = begin(start().database())) {
            long begins = begun().lastEventSeq();
            journal.checkAcknowledgement(
                    new Acknowledgement(EventStream.EVENTS, last, Sha256.of("an event"), null));
            Input.EventsDropped dropped = inbox.next(Input.EventsDropped.class);
            assertEquals(last + 1, dropped.fromSeq());
            assertEquals(begins, dropped.toSeq());
            assertEquals(
                    new Input.AcknowledgementMatched(EventStream.EVENTS, begins),
                    inbox.next(Input.AcknowledgementMatched.class));
        }
    }

    @Test
    void a_database_that_is_gone_is_begun_behind_its_numbers() throws Exception {
        long last = writeEvents(3);
        Files.delete(data().resolve(GateDatabase.FILE_NAME));
        DatabaseStart start = start();
        assertEquals(Rung.BEGUN_ANEW, start.rung());
        assertEquals("the database was gone", start.why());
        try (SqliteJournal _ = begin(start.database())) {
            assertTrue(begun().lastEventSeq() >= last);
        }
    }

    @Test
    void a_journal_whose_last_event_stands_under_a_wrong_number_is_damaged() throws Exception {
        writeEvents(3);
        JournalOnDisk.damage(data(), "UPDATE events SET seq = 9 WHERE seq = 3");
        try (GateDatabase database = start().database()) {
            JournalBeginning.Unusable unusable =
                    assertInstanceOf(JournalBeginning.Unusable.class, beginning(database));
            assertTrue(unusable.damaged());
        }
    }

    @Test
    void only_the_newest_damaged_databases_are_kept() throws Exception {
        for (int age = 1; age <= Evidence.DATABASES_MAX + 2; age++) {
            writeEvents(1);
            damage();
            start().database().close();
        }
        try (var files = Files.list(data())) {
            assertEquals(
                    Evidence.DATABASES_MAX,
                    files.filter(file -> file.getFileName().toString().startsWith("damaged-"))
                            .count());
        }
    }

    @Test
    void a_database_of_a_newer_program_is_left_alone_and_nothing_is_kept() throws Exception {
        long last = writeEvents(3);
        JournalOnDisk.damage(data(), "PRAGMA user_version = 7");
        DatabaseStart start = start();
        assertEquals(Rung.NONE, start.rung());
        assertTrue(start.why().contains("schema version 7"), start::why);
        checkKeepsNothing(start, last);
        assertTrue(Files.exists(data().resolve(GateDatabase.FILE_NAME)));
        assertFalse(DatabaseStart.isThereAgain(data()));
    }

    @Test
    void without_any_folder_nothing_is_kept_until_there_is_one() throws Exception {
        Path nowhere = Files.writeString(parent.resolve("file"), "").resolve("data");
        DatabaseStart start = DatabaseStart.of(nowhere, parent, NOW);
        assertEquals(Rung.NONE, start.rung());
        checkKeepsNothing(start, 0);
        assertFalse(DatabaseStart.isThereAgain(nowhere));
        Files.delete(parent.resolve("file"));
        assertTrue(DatabaseStart.isThereAgain(nowhere));
    }

    @Test
    void a_damaged_line_of_the_ledger_makes_all_passes_used_up_and_is_told_once() throws Exception {
        start().database().close();
        try (JournalOnDisk disk = JournalOnDisk.start(data(), JournalOnDisk.LIMITS)) {
            disk.journal().keep(Samples.counter(1, 7));
            disk.journal().keep(Samples.counter(2, 8));
            disk.journal().append(Samples.event(EventStream.EVENTS, 1));
        }
        JournalOnDisk.damage(
                data(),
                "UPDATE ledger SET check_sum = 1 WHERE subject = 'ntag-424:"
                        + "0".repeat(13)
                        + "1'");
        try (SqliteJournal _ = begin(start().database())) {
            List<Entry> ledger = begun().ledger();
            assertEquals(2, ledger.size(), ledger::toString);
            assertTrue(ledger.contains(Samples.counter(2, 8)));
            assertInstanceOf(Entry.UsesForgotten.class, ledger.getLast());
            assertTrue(inbox.next(Input.JournalFailed.class).why().contains("ledger"));
        }
        try (SqliteJournal _ = begin(start().database())) {
            assertEquals(2, begun().ledger().size());
        }
    }

    /// What is appended is never told to be durable.
    private void checkKeepsNothing(DatabaseStart start, long last) throws SQLException {
        try (SqliteJournal journal = begin(start.database())) {
            long begins = begun().lastEventSeq();
            assertTrue(begins >= last);
            inbox.next(Input.JournalFailed.class);
            journal.append(Samples.event(EventStream.EVENTS, begins + 1));
            assertThrows(SQLException.class, () -> start.database().reconnect(), "nowhere to go");
        }
        while (!inbox.isEmpty()) {
            assertFalse(inbox.next() instanceof Input.JournalCommitted);
        }
    }

    private JournalStart begun() {
        return lastBegun;
    }

    private SqliteJournal begin(GateDatabase database) {
        JournalBeginning.Begun begun =
                assertInstanceOf(JournalBeginning.Begun.class, beginning(database));
        lastBegun = begun.start();
        return begun.journal();
    }

    private JournalBeginning beginning(GateDatabase database) {
        return SqliteJournal.begin(
                database,
                Samples.COMPOUND,
                Samples.GATE,
                text -> "signed " + text,
                JournalLimits.STANDARD.withRetries(Duration.ofMillis(2), Duration.ofMillis(20)),
                inbox);
    }

    private long writeEvents(int events) throws SQLException {
        try (SqliteJournal journal = begin(start().database())) {
            for (int i = 1; i <= events; i++) {
                journal.append(Samples.event(EventStream.EVENTS, begun().lastEventSeq() + i));
            }
        }
        // A second start, so that the numbers of starts differ too.
        try (SqliteJournal _ = begin(start().database())) {
            return begun().lastEventSeq();
        }
    }

    private byte[] damage() throws IOException {
        byte[] noise =
                "not a database, but noise\n".repeat(400).getBytes(StandardCharsets.US_ASCII);
        Files.write(data().resolve(GateDatabase.FILE_NAME), noise);
        return noise;
    }

    private DatabaseStart start() {
        return DatabaseStart.of(data(), parent, NOW);
    }

    private Path data() {
        return parent.resolve("data");
    }
}
