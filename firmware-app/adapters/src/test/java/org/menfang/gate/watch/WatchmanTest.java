package org.menfang.gate.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who is fed by whom, and who is named when it stops.
@Timeout(60)
class WatchmanTest {
    private static final WatchLimits LIMITS = WatchLimits.STANDARD;

    private final AtomicInteger fed = new AtomicInteger();
    private final List<Vital> named = new ArrayList<>();
    private long nanos = 1_000_000;
    private boolean loopTurns = true;
    private boolean journalAnswers = true;
    private boolean readersLive = true;
    private boolean readersBreak;

    private final Watchman watchman =
            new Watchman(
                    new Watchman.Parts(
                            LIMITS,
                            () -> nanos,
                            fed::incrementAndGet,
                            this::ask,
                            this::readersLive,
                            this::name));

    @Test
    void a_gate_that_lives_feeds_its_watchdog_at_each_look() {
        live(Duration.ofHours(1));
        assertEquals(Duration.ofHours(1).toSeconds(), fed.get());
        assertEquals(List.of(), named);
    }

    @Test
    void a_loop_that_does_not_turn_is_named_once_and_the_watchdog_stays_hungry() {
        loopTurns = false;
        checkNamed(Vital.LOOP, LIMITS.loop());
    }

    @Test
    void a_journal_that_does_not_answer_is_named() {
        journalAnswers = false;
        checkNamed(Vital.JOURNAL, LIMITS.journal());
    }

    @Test
    void readers_that_are_dead_are_named() {
        readersLive = false;
        checkNamed(Vital.READERS, LIMITS.readers());
    }

    @Test
    void readers_that_break_when_they_are_asked_are_dead() {
        readersBreak = true;
        checkNamed(Vital.READERS, LIMITS.readers());
    }

    @Test
    void a_part_that_hangs_when_it_is_asked_does_not_keep_the_watch_from_seeing_it()
            throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        Duration soon = Duration.ofMillis(50);
        WatchLimits impatient =
                new WatchLimits(
                        Duration.ofHours(1), Duration.ofHours(1), soon, Duration.ofMillis(5));
        try (Watchman _ =
                Watchman.start(
                        new Watchman.Parts(
                                impatient,
                                System::nanoTime,
                                fed::incrementAndGet,
                                Runnable::run,
                                () -> isOpen(never),
                                silent -> {
                                    silent.forEach(each -> named.add(each.vital()));
                                    seen.countDown();
                                }))) {
            seen.await();
            assertEquals(List.of(Vital.READERS), named);
        } finally {
            never.countDown();
        }
    }

    @Test
    void a_limit_shorter_than_a_look_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new WatchLimits(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(1)));
    }

    /// All but one part live on; that one is named when its limit is over, and not before.
    private void checkNamed(Vital silent, Duration limit) {
        live(limit);
        assertEquals(limit.toSeconds(), fed.get());
        assertEquals(List.of(), named);
        live(Duration.ofSeconds(1));
        assertEquals(List.of(silent), named);
        live(Duration.ofHours(1));
        assertEquals(limit.toSeconds(), fed.get(), "never again");
        assertEquals(List.of(silent), named, "once");
    }

    private void live(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            nanos += Duration.ofSeconds(1).toNanos();
            if (loopTurns) {
                watchman.turned();
            }
            watchman.ask();
            watchman.look();
        }
    }

    private void ask(Runnable answer) {
        if (journalAnswers) {
            answer.run();
        }
    }

    private boolean readersLive() {
        if (readersBreak) {
            throw new IllegalStateException("a planted fault");
        }
        return readersLive;
    }

    private void name(List<Vitals.Silent> silent) {
        silent.forEach(each -> named.add(each.vital()));
    }

    private static boolean isOpen(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.HOURS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
