package org.menfang.hub.notify;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The thread that looks after an outbox: it starts what can be sent, and sleeps until more can.
public final class Dispatcher implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final Duration LAST_SENDING_MAX = Duration.ofSeconds(3);
    private static final Duration SLEEP_MIN = Duration.ofMillis(10);

    private final Outbox outbox;
    private final Runnable afterRound;
    private final InstantSource clock;
    private final ExecutorService executor;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread = Thread.ofPlatform().name("ways").unstarted(this::run);
    private boolean news;
    private boolean stopped;

    private Dispatcher(
            Outbox outbox, Runnable afterRound, InstantSource clock, ExecutorService executor) {
        this.outbox = outbox;
        this.afterRound = afterRound;
        this.clock = clock;
        this.executor = executor;
    }

    /// @param afterRound done after each look, outside every lock of the outbox
    /// @param executor what the outbox sends with; it ends with this
    public static Dispatcher start(
            Outbox outbox, Runnable afterRound, InstantSource clock, ExecutorService executor) {
        Dispatcher dispatcher = new Dispatcher(outbox, afterRound, clock, executor);
        outbox.whenNew(dispatcher::wake);
        dispatcher.thread.start();
        return dispatcher;
    }

    private void wake() {
        lock.lock();
        try {
            news = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (sleep(round())) {
                // Each round says when the next is due.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Instant round() {
        try {
            Instant next = outbox.round();
            afterRound.run();
            return next;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a round of the ways failed", e);
            return clock.instant().plusSeconds(1);
        }
    }

    /// @return whether there is to be another round
    private boolean sleep(Instant until) throws InterruptedException {
        Duration wait = Duration.between(clock.instant(), until);
        long nanos = Math.max(wait.toNanos(), SLEEP_MIN.toNanos());
        lock.lockInterruptibly();
        try {
            while (!news && !stopped && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            news = false;
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    /// Ends. What is being sent has a moment left; what is cut off is sent again later.
    @Override
    public void close() {
        lock.lock();
        try {
            stopped = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
            executor.shutdown();
            if (!executor.awaitTermination(LAST_SENDING_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            executor.shutdownNow();
        }
    }
}
