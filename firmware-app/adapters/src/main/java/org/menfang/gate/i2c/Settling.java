package org.menfang.gate.i2c;

import java.time.Duration;

/// Lets a state count once it has been the same for a while. Times are given, so that it is the
/// same whoever looks how often.
final class Settling {
    private final long stillNanos;
    private int settled;
    private int candidate;
    private long sinceNanos;

    /// @param first the state that counts at first
    Settling(Duration still, int first) {
        stillNanos = still.toNanos();
        settled = first;
        candidate = first;
    }

    /// Takes what was seen.
    ///
    /// @return whether another state counts now than before
    boolean see(int state, long nanos) {
        if (state != candidate) {
            candidate = state;
            sinceNanos = nanos;
        }
        if (candidate == settled || nanos - sinceNanos < stillNanos) {
            return false;
        }
        settled = candidate;
        return true;
    }

    /// The state that counts.
    int settled() {
        return settled;
    }

    /// Whether a change waits to count.
    boolean isRestless() {
        return candidate != settled;
    }
}
