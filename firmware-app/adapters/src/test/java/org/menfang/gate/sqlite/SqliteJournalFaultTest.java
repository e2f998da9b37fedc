package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.menfang.gate.sqlite.JournalContract.append;
import static org.menfang.gate.sqlite.JournalContract.texts;
import static org.menfang.gate.sqlite.Samples.at;
import static org.menfang.vocabulary.EventStream.EVENTS;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.Input;
import org.menfang.gate.Memory;
import org.menfang.wire.json.ReceivedEvent;

/// What the journal does when its disk does not do what it should.
@Timeout(120)
class SqliteJournalFaultTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void a_full_disk_is_told_and_what_waits_is_stored_once_there_is_room() {
        try (JournalOnDisk gate = start(JournalOnDisk.LIMITS)) {
            gate.disk().becomeFull();
            append(gate, EVENTS, 1, 500);
            checkFailed(gate, "no room left");
            append(gate, EVENTS, 501, 600);
            gate.disk().becomeEmpty();
            checkRecovered(gate, 600);
        }
    }

    @Test
    void a_disk_that_became_read_only_is_told_and_used_again_once_it_can_be_written() {
        try (JournalOnDisk gate = start(JournalOnDisk.LIMITS)) {
            append(gate, EVENTS, 1, 10);
            gate.inbox().untilCommitted(at(EVENTS, 10));
            gate.disk().becomeReadOnly();
            append(gate, EVENTS, 11, 20);
            checkFailed(gate, "cannot be written");
            gate.disk().heal();
            checkRecovered(gate, 20);
        }
    }

    @Test
    void a_disk_that_fails_is_told_and_nothing_is_lost_or_doubled() {
        try (JournalOnDisk gate = start(JournalOnDisk.LIMITS)) {
            gate.disk().becomeBroken();
            append(gate, EVENTS, 1, 20);
            gate.journal().remember(Samples.memory(7));
            checkFailed(gate, "the disk fails");
            gate.disk().heal();
            checkRecovered(gate, 20);
            assertEquals(Samples.memory(7), gate.startAgain().start().memory());
        }
    }

    @Test
    void another_database_in_the_place_of_the_journal_is_not_written_to() {
        try (JournalOnDisk gate = start(JournalOnDisk.LIMITS)) {
            append(gate, EVENTS, 1, 5);
            gate.inbox().untilCommitted(at(EVENTS, 5));
            gate.disk()
                    .become((sql, connection) -> {
                        if (sql.equals(FaultyConnector.BEGIN)) {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute("DELETE FROM events");
                            }
                            throw new SQLException("gone", null, StorageFault.INPUT_OUTPUT.code());
                        }
                    });
            append(gate, EVENTS, 6, 6);
            checkFailed(gate, "the disk fails");
            gate.disk().heal();
            append(gate, EVENTS, 7, 7);
            assertEquals(0, gate.startAgain().start().lastEventSeq());
        }
    }

    @Test
    void a_slow_disk_never_blocks_the_caller() {
        try (JournalOnDisk gate = start(JournalOnDisk.LIMITS)) {
            CountDownLatch release = new CountDownLatch(1);
            CountDownLatch hangs = gate.disk().becomeSlow(release);
            append(gate, EVENTS, 1, 1);
            FaultyConnector.await(hangs);
            append(gate, EVENTS, 2, 1000);
            assertTrue(gate.inbox().isEmpty());
            release.countDown();
            gate.inbox().untilCommitted(at(EVENTS, 1000));
            gate.checkChain(EVENTS, 1, 1000);
        }
    }

    @Test
    void what_finds_the_queue_full_is_dropped_and_told_as_one_range() {
        try (JournalOnDisk gate = start(JournalOnDisk.LIMITS.withRequests(10))) {
            CountDownLatch release = new CountDownLatch(1);
            CountDownLatch hangs = gate.disk().becomeSlow(release);
            append(gate, EVENTS, 1, 1);
            FaultyConnector.await(hangs);
            append(gate, EVENTS, 2, 25);
            checkFailed(gate, "more waits for the disk");
            release.countDown();
            gate.inbox().next(Input.JournalRecovered.class);
            append(gate, EVENTS, 26, 26);
            assertEquals(
                    new Input.EventsDropped(EVENTS, 11, 25, Intake.QUEUE_IS_FULL),
                    gate.inbox().next());
            gate.inbox().untilCommitted(at(EVENTS, 26));
            List<ReceivedEvent> first = gate.checkChain(EVENTS, 1, 10);
            ReceivedEvent next = gate.checkChain(EVENTS, 26, 26).getFirst();
            assertEquals(first.getLast().hash(), next.previous());
        }
    }

    @Test
    void what_is_to_be_remembered_always_finds_room() {
        try (JournalOnDisk gate = start(JournalOnDisk.LIMITS.withRequests(2))) {
            CountDownLatch release = new CountDownLatch(1);
            CountDownLatch hangs = gate.disk().becomeSlow(release);
            append(gate, EVENTS, 1, 1);
            FaultyConnector.await(hangs);
            append(gate, EVENTS, 2, 3);
            for (long alarm = 1; alarm <= 50; alarm++) {
                gate.journal().remember(Samples.memory(alarm));
            }
            release.countDown();
            gate.inbox().next(Input.JournalRecovered.class);
            assertEquals(Samples.memory(50), gate.startAgain().start().memory());
        }
    }

    @Test
    void closing_stores_what_waits() throws InterruptedException {
        JournalOnDisk gate = start(JournalOnDisk.LIMITS);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch hangs = gate.disk().becomeSlow(release);
        append(gate, EVENTS, 1, 1);
        FaultyConnector.await(hangs);
        append(gate, EVENTS, 2, 2000);
        Thread closing = Thread.ofPlatform().start(((SqliteJournal) gate.journal())::close);
        release.countDown();
        closing.join();
        try (JournalOnDisk again = start(JournalOnDisk.LIMITS)) {
            assertEquals(2000, again.start().lastEventSeq());
            again.checkChain(EVENTS, 1, 2000);
        }
    }

    @Test
    void closing_over_a_broken_disk_ends_and_leaves_no_half_batch() {
        JournalOnDisk gate = start(JournalOnDisk.LIMITS);
        append(gate, EVENTS, 1, 5);
        gate.inbox().untilCommitted(at(EVENTS, 5));
        gate.disk().becomeBroken();
        append(gate, EVENTS, 6, 9);
        checkFailed(gate, "the disk fails");
        ((SqliteJournal) gate.journal()).close();
        try (JournalOnDisk again = start(JournalOnDisk.LIMITS)) {
            assertEquals(5, again.start().lastEventSeq());
            again.checkChain(EVENTS, 1, 5);
        }
    }

    @Test
    void a_damaged_event_is_never_handed_out_and_told_once() throws SQLException {
        JournalOnDisk gate = start(JournalOnDisk.LIMITS);
        append(gate, EVENTS, 1, 5);
        ((SqliteJournal) gate.journal()).close();
        JournalOnDisk.damage(
                folder,
                "UPDATE events SET text = replace(text, 'north-door', 'south-door')"
                        + " WHERE seq = 3");
        try (JournalOnDisk again = start(JournalOnDisk.LIMITS)) {
            assertEquals(4, texts(again, EVENTS, 1, 5).size());
            assertEquals(4, texts(again, EVENTS, 1, 5).size());
            Input.EventsDropped told = again.inbox().next(Input.EventsDropped.class);
            assertEquals(List.of(3L, 3L), List.of(told.fromSeq(), told.toSeq()));
            assertTrue(again.inbox().isEmpty());
        }
    }

    @Test
    void a_damaged_last_event_and_a_damaged_memory_are_told_at_the_start() throws SQLException {
        JournalOnDisk gate = start(JournalOnDisk.LIMITS);
        append(gate, EVENTS, 1, 5);
        gate.journal().remember(Samples.memory(3));
        ((SqliteJournal) gate.journal()).close();
        JournalOnDisk.damage(folder, "UPDATE gate SET memory = replace(memory, '3', '4')");
        JournalOnDisk.damage(folder, "UPDATE events SET text = '' WHERE seq = 5");
        try (JournalOnDisk again = start(JournalOnDisk.LIMITS)) {
            checkFailed(again, "damaged");
            assertEquals(Memory.EMPTY, again.start().memory());
            assertNull(again.start().lastEventTime());
            assertEquals(5, again.start().lastEventSeq());
        }
    }

    @Test
    void a_read_beyond_the_limit_is_answered_at_once_with_nothing() {
        JournalLimits oneRead =
                new JournalLimits(
                        100,
                        10,
                        1,
                        1000,
                        10,
                        JournalOnDisk.LIMITS.firstRetry(),
                        JournalOnDisk.LIMITS.lastRetry(),
                        JournalOnDisk.LIMITS.closeWait());
        try (JournalOnDisk gate = start(oneRead)) {
            CountDownLatch release = new CountDownLatch(1);
            CountDownLatch hangs = gate.disk().becomeSlow(release);
            append(gate, EVENTS, 1, 1);
            FaultyConnector.await(hangs);
            CompletableFuture<List<String>> first = new CompletableFuture<>();
            CompletableFuture<List<String>> second = new CompletableFuture<>();
            gate.stored().read(EVENTS, 1, 1, first::complete);
            gate.stored().read(EVENTS, 1, 1, second::complete);
            assertEquals(List.of(), second.join());
            assertFalse(first.isDone());
            release.countDown();
            assertEquals(1, first.join().size());
        }
    }

    @Test
    void a_long_read_does_not_hold_up_a_commit() throws InterruptedException {
        try (JournalOnDisk gate = start(JournalOnDisk.LIMITS)) {
            append(gate, EVENTS, 1, 2000);
            gate.inbox().untilCommitted(at(EVENTS, 2000));
            CountDownLatch release = new CountDownLatch(1);
            CountDownLatch hangs = gate.disk().becomeSlow(release);
            append(gate, EVENTS, 2001, 2001);
            FaultyConnector.await(hangs);
            BlockingQueue<Boolean> committedBeforeRead = new LinkedBlockingQueue<>();
            append(gate, EVENTS, 2002, 2002);
            gate.stored()
                    .read(
                            EVENTS,
                            1,
                            2000,
                            texts -> committedBeforeRead.add(hasCommitted(gate, 2002)));
            release.countDown();
            assertTrue(committedBeforeRead.take());
        }
    }

    private static boolean hasCommitted(JournalOnDisk gate, long seq) {
        return !gate.inbox().isEmpty() && !gate.inbox().untilCommitted(at(EVENTS, seq)).isEmpty();
    }

    @Test
    void a_reader_that_throws_is_reported_and_the_journal_goes_on() throws InterruptedException {
        BlockingQueue<Throwable> reported = new LinkedBlockingQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> reported.add(e));
        try (JournalOnDisk gate = start(JournalOnDisk.LIMITS)) {
            gate.stored()
                    .read(
                            EVENTS,
                            1,
                            1,
                            texts -> {
                                throw new IllegalStateException("a reader's own fault");
                            });
            assertEquals("a reader's own fault", reported.take().getMessage());
            append(gate, EVENTS, 1, 1);
            gate.inbox().untilCommitted(at(EVENTS, 1));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void a_broken_invariant_ends_the_journal_and_is_told() throws InterruptedException {
        BlockingQueue<Throwable> reported = new LinkedBlockingQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> reported.add(e));
        try (JournalOnDisk gate = start(JournalOnDisk.LIMITS)) {
            gate.disk()
                    .become((sql, connection) -> {
                        throw new IllegalStateException("an impossible state");
                    });
            append(gate, EVENTS, 1, 1);
            checkFailed(gate, "an impossible state");
            assertEquals("an impossible state", reported.take().getMessage());
            append(gate, EVENTS, 2, 2);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        try (JournalOnDisk again = start(JournalOnDisk.LIMITS)) {
            assertEquals(0, again.start().lastEventSeq());
        }
    }

    private JournalOnDisk start(JournalLimits limits) {
        return JournalOnDisk.start(folder, limits);
    }

    private static void checkFailed(JournalOnDisk gate, String why) {
        String told = gate.inbox().next(Input.JournalFailed.class).why();
        assertTrue(told.contains(why), told);
    }

    private static void checkRecovered(JournalOnDisk gate, long lastSeq) {
        List<Input> told = gate.inbox().until(Input.JournalRecovered.class::isInstance);
        assertTrue(told.contains(new Input.JournalCommitted(at(EVENTS, lastSeq))), told::toString);
        assertEquals(lastSeq, gate.checkChain(EVENTS, 1, lastSeq).size());
    }
}
