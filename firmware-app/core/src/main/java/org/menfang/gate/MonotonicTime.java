package org.menfang.gate;

import java.time.Duration;

/// Time since the gate started. It never steps and never stops; durations and deadlines use it.
///
/// @param nanos nanoseconds since the start, 0 and up
public record MonotonicTime(long nanos) implements Comparable<MonotonicTime> {
    public static final MonotonicTime START = new MonotonicTime(0);

    public MonotonicTime plus(Duration duration) {
        return new MonotonicTime(Math.addExact(nanos, duration.toNanos()));
    }

    /// How long from here to a later time; negative if it is earlier.
    public Duration until(MonotonicTime later) {
        return Duration.ofNanos(later.nanos - nanos);
    }

    public boolean isBefore(MonotonicTime other) {
        return nanos < other.nanos;
    }

    public long millis() {
        return nanos / 1_000_000;
    }

    @Override
    public int compareTo(MonotonicTime other) {
        return Long.compare(nanos, other.nanos);
    }
}
