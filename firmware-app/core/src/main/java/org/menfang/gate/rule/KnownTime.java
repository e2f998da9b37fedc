package org.menfang.gate.rule;

import java.time.Instant;
import java.time.LocalDateTime;

/// What the gate knows of the time of day when it decides.
///
/// @param wall the wall clock, to the millisecond, as events record it
/// @param trusted whether it may be believed
/// @param passed a time that has passed for certain: the latest that a trusted wall clock ever
///   showed. It never goes back, so that nothing that has ended begins again.
/// @param local what the clock shows in the compound's own time zone
public record KnownTime(Instant wall, boolean trusted, Instant passed, LocalDateTime local) {
    /// Whether a time has come, as far as anybody can know.
    public boolean hasReached(Instant time) {
        return !passed.isBefore(time) || (trusted && !wall.isBefore(time));
    }

    /// The latest time that has passed for certain. It never goes back.
    public Instant certain() {
        return trusted && wall.isAfter(passed) ? wall : passed;
    }
}
