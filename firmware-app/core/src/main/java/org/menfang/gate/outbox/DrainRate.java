package org.menfang.gate.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;

/// How fast the hub wants a backlog: an allowance that grows with time, up to one second's worth.
final class DrainRate {
    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private @Nullable Integer eventsPerSecondMax;
    private MonotonicTime since = MonotonicTime.START;
    private long left;

    /// @param wish none for as fast as it goes
    void set(@Nullable Integer wish, MonotonicTime now) {
        if (wish != null && !wish.equals(eventsPerSecondMax)) {
            since = now;
            left = wish;
        }
        eventsPerSecondMax = wish;
    }

    /// How many events may go now.
    long allowance(MonotonicTime now) {
        Integer rate = eventsPerSecondMax;
        if (rate == null) {
            return Long.MAX_VALUE;
        }
        long elapsedNanos = Math.min(NANOS_A_SECOND, now.nanos() - since.nanos());
        long grown = elapsedNanos * rate / NANOS_A_SECOND;
        if (grown > 0) {
            left = Math.min(rate, left + grown);
            since = now;
        }
        return left;
    }

    void use(long events) {
        if (eventsPerSecondMax != null) {
            left -= events;
        }
    }

    /// When to go on, if none may go now: once there are some to send together.
    MonotonicTime moreAt() {
        int rate = eventsPerSecondMax == null ? 1 : eventsPerSecondMax;
        Duration oneEvent = Duration.ofNanos(NANOS_A_SECOND / rate + 1);
        return since.plus(
                oneEvent.compareTo(Limits.DRAIN_GATHERED) > 0 ? oneEvent : Limits.DRAIN_GATHERED);
    }
}
