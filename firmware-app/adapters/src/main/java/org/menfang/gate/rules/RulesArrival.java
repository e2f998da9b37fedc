package org.menfang.gate.rules;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Takes the signed rule sets that the hub sends to the {@link RulesIntake}, one at a time, on a
/// thread of its own.
///
/// The newest set wins: one that waits is dropped for one that comes after it. What the disk does
/// not take is tried again.
public final class RulesArrival implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RulesArrival.class.getName());
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

    private final RulesIntake intake;
    private final Duration retryAfter;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread = Thread.ofPlatform().daemon().name("rules").unstarted(this::run);
    private byte @Nullable [] waiting;
    private boolean closed;

    private RulesArrival(RulesIntake intake, Duration retryAfter) {
        this.intake = intake;
        this.retryAfter = retryAfter;
    }

    /// Begins to take sets.
    ///
    /// @param retryAfter how long it waits after the disk did not take a set
    public static RulesArrival start(RulesIntake intake, Duration retryAfter) {
        RulesArrival arrival = new RulesArrival(intake, retryAfter);
        arrival.thread.start();
        return arrival;
    }

    /// Takes what came on the topic of rules. Any thread may call it; it never blocks.
    public void offer(byte[] envelope) {
        lock.lock();
        try {
            waiting = envelope;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(CLOSE_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (byte[] next = take(); next != null; next = take()) {
                if (!intake.take(next)) {
                    putBack(next);
                }
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.ERROR, "no more rules are taken: interrupted", e);
        }
    }

    /// Waits for the next set; null when closed.
    private byte @Nullable [] take() throws InterruptedException {
        lock.lock();
        try {
            while (waiting == null && !closed) {
                changed.await();
            }
            byte[] next = closed ? null : waiting;
            waiting = null;
            return next;
        } finally {
            lock.unlock();
        }
    }

    /// Waits a while, and then lets the set be tried again unless a newer one came.
    private void putBack(byte[] set) throws InterruptedException {
        lock.lock();
        try {
            long nanos = retryAfter.toNanos();
            while (nanos > 0 && waiting == null && !closed) {
                nanos = changed.awaitNanos(nanos);
            }
            if (waiting == null) {
                waiting = set;
            }
        } finally {
            lock.unlock();
        }
    }
}
