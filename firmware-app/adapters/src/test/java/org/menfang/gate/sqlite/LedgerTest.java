package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.menfang.gate.sqlite.JournalContract.append;
import static org.menfang.gate.sqlite.Samples.at;
import static org.menfang.gate.sqlite.Samples.counter;
import static org.menfang.vocabulary.EventStream.EVENTS;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.menfang.gate.Input;
import org.menfang.gate.ledger.Entry;

/// The ledger when disk and power do not do what they should.
@Timeout(300)
class LedgerTest {
    private static final int LAST = 12;

    @TempDir private Path folder = Path.of("");

    @Test
    void an_event_that_survives_a_power_cut_has_its_lines_of_the_ledger() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            assertInstanceOf(CutConnector.PowerCut.class, e);
        });
        try {
            Set<Long> survived = new HashSet<>();
            long last = 0;
            for (int cut = 0; last < LAST; cut++) {
                last = lastEventAfterCut(cut);
                survived.add(last);
            }
            assertTrue(survived.size() > 1, "some cuts came in the middle: " + survived);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private long lastEventAfterCut(int statements) {
        Path disk = folder.resolve("cut-" + statements);
        disk.toFile().mkdirs();
        CutConnector connector = new CutConnector(disk);
        RecordingInbox inbox = new RecordingInbox();
        SqliteJournal journal =
                assertInstanceOf(
                                JournalBeginning.Begun.class,
                                SqliteJournal.begin(
                                        assertInstanceOf(
                                                        DatabaseOpening.Opened.class,
                                                        GateDatabase.open(
                                                                connector, Schema.current()))
                                                .database(),
                                        Samples.COMPOUND,
                                        Samples.GATE,
                                        text -> "signed",
                                        JournalOnDisk.LIMITS,
                                        inbox))
                        .journal();
        connector.cutAfter(statements);
        for (int seq = 1; seq <= LAST; seq++) {
            journal.keep(counter(7, seq));
            journal.append(Samples.event(EVENTS, seq));
        }
        inbox.until(input ->
                input instanceof Input.JournalFailed
                        || input.equals(new Input.JournalCommitted(at(EVENTS, LAST))));
        journal.close();
        try (JournalOnDisk again = JournalOnDisk.start(disk, JournalOnDisk.LIMITS)) {
            long last = again.start().lastEventSeq();
            long counted =
                    again.start().ledger().stream()
                            .mapToLong(entry -> ((Entry.TagCounter) entry).counter())
                            .sum();
            assertTrue(counted >= last, () -> "event " + last + " without its line: " + counted);
            return last;
        }
    }

    @Test
    void lines_that_find_the_queue_full_are_stored_before_the_next_event() {
        try (JournalOnDisk gate =
                JournalOnDisk.start(folder, JournalOnDisk.LIMITS.withRequests(4))) {
            CountDownLatch release = new CountDownLatch(1);
            CountDownLatch hangs = gate.disk().becomeSlow(release);
            append(gate, EVENTS, 1, 1);
            FaultyConnector.await(hangs);
            for (int card = 1; card <= 50; card++) {
                gate.journal().keep(counter(card, 1));
                gate.journal().keep(counter(card, 2));
            }
            append(gate, EVENTS, 2, 2);
            release.countDown();
            gate.inbox().next(Input.JournalRecovered.class);
            append(gate, EVENTS, 3, 3);
            gate.inbox().untilCommitted(at(EVENTS, 3));
            JournalOnDisk again = gate.startAgain();
            assertEquals(50, again.start().ledger().size());
            for (int card = 1; card <= 50; card++) {
                assertTrue(again.start().ledger().contains(counter(card, 2)));
            }
            assertEquals(1, again.checkChain(EVENTS, 3, 3).size());
        }
    }

    @Test
    void lines_that_wait_are_stored_when_the_journal_closes() {
        JournalOnDisk gate = JournalOnDisk.start(folder, JournalOnDisk.LIMITS.withRequests(1));
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch hangs = gate.disk().becomeSlow(release);
        append(gate, EVENTS, 1, 1);
        FaultyConnector.await(hangs);
        gate.journal().keep(counter(7, 1));
        release.countDown();
        gate.inbox().next(Input.JournalRecovered.class);
        gate.close();
        try (JournalOnDisk again = JournalOnDisk.start(folder, JournalOnDisk.LIMITS)) {
            assertEquals(List.of(counter(7, 1)), again.start().ledger());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger SET data = replace(data, '41', '40') WHERE subject LIKE '%07'",
                "UPDATE ledger SET subject = 'ntag-424:00000000000009' WHERE subject LIKE '%07'",
                "UPDATE ledger SET kind = 'PassUses' WHERE subject LIKE '%07'",
                "UPDATE ledger SET kind = 'Nothing' WHERE subject LIKE '%07'",
                "UPDATE ledger SET check_sum = check_sum + 1 WHERE subject LIKE '%07'"
            })
    void a_damaged_line_is_told_and_not_used(String sql) throws SQLException {
        JournalOnDisk gate = JournalOnDisk.start(folder, JournalOnDisk.LIMITS);
        gate.journal().keep(counter(7, 41));
        gate.journal().keep(counter(8, 41));
        gate.close();
        JournalOnDisk.damage(folder, sql);
        try (JournalOnDisk again = JournalOnDisk.start(folder, JournalOnDisk.LIMITS)) {
            List<Entry> ledger = again.start().ledger();
            assertEquals(counter(8, 41), ledger.getFirst());
            assertInstanceOf(Entry.UsesForgotten.class, ledger.getLast(), "who knows what it said");
            assertEquals(2, ledger.size());
            String why = again.inbox().next(Input.JournalFailed.class).why();
            assertTrue(why.contains("1 lines of the ledger are damaged"), why);
        }
    }

    @Test
    void ten_thousand_lines_come_back() {
        JournalOnDisk gate = JournalOnDisk.start(folder, JournalOnDisk.LIMITS);
        for (int card = 1; card <= 10_000; card++) {
            gate.journal().keep(counter(card, card));
        }
        gate.close();
        try (JournalOnDisk again = JournalOnDisk.start(folder, JournalOnDisk.LIMITS)) {
            assertEquals(10_000, Set.copyOf(again.start().ledger()).size());
        }
    }
}
