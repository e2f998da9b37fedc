package org.menfang.gate.sqlite;

import java.time.Duration;

/// How long the journal waits after a failure before it tries again: each time twice as long, up to
/// a limit.
final class RetryDelay {
    private final long firstNanos;
    private final long lastNanos;
    private long nextNanos;
    private long endNanoTime;
    private boolean waiting;

    RetryDelay(Duration first, Duration last) {
        firstNanos = first.toNanos();
        lastNanos = last.toNanos();
        nextNanos = firstNanos;
    }

    void failed() {
        endNanoTime = System.nanoTime() + nextNanos;
        nextNanos = Math.min(lastNanos, nextNanos * 2);
        waiting = true;
    }

    void succeeded() {
        nextNanos = firstNanos;
        waiting = false;
    }

    /// Whether the last attempt failed.
    boolean isWaiting() {
        return waiting;
    }

    long nanosLeft() {
        return waiting ? Math.max(0, endNanoTime - System.nanoTime()) : 0;
    }
}
