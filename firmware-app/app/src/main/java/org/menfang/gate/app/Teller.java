package org.menfang.gate.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Tells the log what the gate does, on a thread of its own: whoever reads the log may hang, and
/// must not hold up a door. What finds the queue full is dropped and counted.
final class Teller implements AutoCloseable {
    static final int LINES_MAX = 1_000;

    private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Logger log;
    private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(LINES_MAX);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread = Thread.ofPlatform().name("teller").daemon().unstarted(this::run);
    private volatile boolean closed;

    private record Line(Level level, String text, @Nullable Throwable fault) {}

    Teller(Logger log) {
        this.log = log;
        thread.start();
    }

    /// Never blocks.
    void tell(Level level, String text) {
        offer(new Line(level, text, null));
    }

    /// Never blocks.
    void tell(Level level, String text, Throwable fault) {
        offer(new Line(level, text, fault));
    }

    /// Says what is left to say.
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(CLOSE_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void offer(Line line) {
        if (!lines.offer(line)) {
            dropped.incrementAndGet();
        }
    }

    private void run() {
        try {
            while (!closed || !lines.isEmpty()) {
                Line line = lines.poll(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                if (line != null) {
                    log.log(line.level(), line.text(), line.fault());
                }
                long lost = dropped.getAndSet(0);
                if (lost > 0) {
                    log.log(Level.WARNING, lost + " lines were dropped: the log is too slow");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
