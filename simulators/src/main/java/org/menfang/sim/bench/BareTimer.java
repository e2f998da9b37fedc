package org.menfang.sim.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// A thread that does nothing but wake up at even intervals: how punctual this machine is.
final class BareTimer implements AutoCloseable {
    private final Duration every;
    private final Histogram between = new Histogram(3);
    private final Thread thread;
    private volatile boolean closed;

    private BareTimer(Duration every) {
        this.every = every;
        thread = Thread.ofPlatform().daemon().name("bare-timer").unstarted(this::run);
    }

    static BareTimer start(Duration every) {
        BareTimer timer = new BareTimer(every);
        timer.thread.start();
        return timer;
    }

    /// What was between two awakenings, once it has ended.
    Histogram end() throws InterruptedException {
        close();
        thread.join();
        return between;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        long last = System.nanoTime();
        while (!closed) {
            long due = last + every.toNanos();
            while (!closed && System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            long now = System.nanoTime();
            between.recordValue(now - last);
            last = now;
        }
    }
}
