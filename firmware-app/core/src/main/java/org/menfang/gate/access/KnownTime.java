package org.menfang.gate.access;

import java.time.Instant;
import java.time.ZoneId;

/// What the gate knows of the time of day when it decides.
///
/// @param wall the wall clock
/// @param trusted whether it may be believed
/// @param passed a time that has passed for certain: the latest that a trusted wall clock ever
///   showed. It never goes back, so that nothing that has ended begins again.
/// @param zone the compound's own
public record KnownTime(Instant wall, boolean trusted, Instant passed, ZoneId zone) {
    /// Whether a time has come, as far as anybody can know.
    boolean hasReached(Instant time) {
        return !passed.isBefore(time) || (trusted && !wall.isBefore(time));
    }
}
