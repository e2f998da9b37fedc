package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.Input;
import org.menfang.gate.watch.Vital;
import org.menfang.gate.watch.WatchLimits;
import org.menfang.gate.watch.Watchman;
import org.menfang.vocabulary.EventStream;

/// A journal whose thread is stuck, and how the watch tells it from one whose disk only fails.
@Timeout(120)
class WedgedJournalTest {
    @TempDir private Path folder = Path.of("");

    private final AtomicInteger fed = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final List<Vital> named = new ArrayList<>();

    @Test
    void a_journal_that_is_stuck_in_a_write_starves_the_watchdog_and_is_named() throws Exception {
        CountDownLatch disk = new CountDownLatch(1);
        try (JournalOnDisk journal = JournalOnDisk.start(folder, JournalOnDisk.LIMITS)) {
            Watchman watchman = watchman(journal);
            CountDownLatch hangs = journal.disk().becomeSlow(disk);
            journal.journal().append(Samples.event(EventStream.EVENTS, 1));
            hangs.await();
            pass(watchman, WatchLimits.STANDARD.journal());
            assertEquals(WatchLimits.STANDARD.journal().toSeconds(), fed.get());
            pass(watchman, Duration.ofSeconds(1));
            assertEquals(List.of(Vital.JOURNAL), named);
            disk.countDown();
        }
    }

    @Test
    void a_journal_whose_disk_fails_answers_all_the_same() throws Exception {
        try (JournalOnDisk journal = JournalOnDisk.start(folder, JournalOnDisk.LIMITS)) {
            journal.disk().becomeBroken();
            journal.journal().append(Samples.event(EventStream.EVENTS, 1));
            journal.inbox().next(Input.JournalFailed.class);
            checkAnswers(journal);
        }
    }

    @Test
    void a_journal_that_has_nothing_to_do_answers() throws Exception {
        try (JournalOnDisk journal = JournalOnDisk.start(folder, JournalOnDisk.LIMITS)) {
            checkAnswers(journal);
        }
    }

    private static void checkAnswers(JournalOnDisk journal) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            CountDownLatch answered = new CountDownLatch(1);
            journal.ask(answered::countDown);
            answered.await();
        }
    }

    private Watchman watchman(JournalOnDisk journal) {
        return new Watchman(
                new Watchman.Parts(
                        WatchLimits.STANDARD,
                        nanos::get,
                        fed::incrementAndGet,
                        journal::ask,
                        () -> true,
                        silent -> silent.forEach(each -> named.add(each.vital()))));
    }

    private void pass(Watchman watchman, Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            watchman.turned();
            watchman.ask();
            watchman.look();
        }
    }
}
