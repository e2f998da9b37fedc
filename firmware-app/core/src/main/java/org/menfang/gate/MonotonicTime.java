package org.menfang.gate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Time since the gate started. It never steps and never stops; durations and deadlines use it.
///
/// @param nanos nanoseconds since the start, 0 and up
public record MonotonicTime(long nanos) implements Comparable<MonotonicTime> {
    public static final MonotonicTime START = new MonotonicTime(0);

    /// Later than every time that comes: the deadline of what has none.
    public static final MonotonicTime NEVER = new MonotonicTime(Long.MAX_VALUE);

    /// The earlier of two times.
    public static MonotonicTime earliest(MonotonicTime one, MonotonicTime other) {
        return other.nanos < one.nanos ? other : one;
    }

    /// The deadline, or {@link #NEVER} where there is none.
    public static MonotonicTime orNever(@Nullable MonotonicTime deadline) {
        return deadline == null ? NEVER : deadline;
    }

    /// The time after a while; {@link #NEVER} stays what it is.
    public MonotonicTime plus(Duration duration) {
        return equals(NEVER) ? this : new MonotonicTime(Math.addExact(nanos, duration.toNanos()));
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
