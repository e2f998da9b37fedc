package org.menfang.gate.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Tells a gate that crashes again and again from one that was started a few times.
final class CrashLoop {
    /// So many starts within {@link #WINDOW} are a loop.
    static final int STARTS_MIN = 5;

    static final Duration WINDOW = Duration.ofMinutes(10);

    /// A wall clock that says less has never been set.
    private static final Instant CLOCK_WAS_SET = Instant.parse("2026-01-01T00:00:00Z");

    private CrashLoop() {}

    /// @param earlier starts that nobody ended, the oldest first
    static boolean isOne(List<StartTime> earlier, StartTime now) {
        int starts = 1;
        Duration ago = Duration.ZERO;
        StartTime later = now;
        for (StartTime start : earlier.reversed()) {
            ago = ago.plus(between(start, later));
            if (ago.compareTo(WINDOW) > 0) {
                break;
            }
            starts++;
            later = start;
        }
        return starts >= STARTS_MIN;
    }

    /// The time between two starts, or as much of it as is certain. Within one run of the system
    /// that is exact, whatever happens to the wall clock; over a restart of the machine it is at
    /// least the time since then.
    private static Duration between(StartTime start, StartTime later) {
        if (start.run().equals(later.run())) {
            return Duration.ofSeconds(Math.max(0, later.upSeconds() - start.upSeconds()));
        }
        Duration atLeast = Duration.ofSeconds(later.upSeconds());
        boolean clockIsKnown = start.wall().isAfter(CLOCK_WAS_SET);
        Duration byClock = Duration.between(start.wall(), later.wall());
        return clockIsKnown && byClock.compareTo(atLeast) > 0 ? byClock : atLeast;
    }
}
