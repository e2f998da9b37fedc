package org.menfang.hub.fleet;

import java.time.Duration;
import java.time.Instant;

/// Now, by the two clocks of the hub.
///
/// @param wall the wall clock: records use it
/// @param monotonicMillis time since the hub started: durations and deadlines use it
public record HubMoment(Instant wall, long monotonicMillis) {
    /// When something is due, on the clock that never steps.
    public long after(Duration duration) {
        return monotonicMillis + duration.toMillis();
    }
}
