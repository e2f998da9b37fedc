package org.menfang.sim.fault;

import java.time.Duration;

/// How often a fault comes, and how long it stays.
///
/// @param apartMin at least so long from the end of one to the beginning of the next
record Rhythm(Duration apartMin, Duration apartMax, Duration lastsMin, Duration lastsMax) {
    static Rhythm ofHours(int apartMin, int apartMax, Duration lastsMin, Duration lastsMax) {
        return new Rhythm(
                Duration.ofHours(apartMin), Duration.ofHours(apartMax), lastsMin, lastsMax);
    }

    /// For what happens in a moment, again and again.
    static Rhythm ofMoments(int apartHoursMin, int apartHoursMax) {
        return ofHours(apartHoursMin, apartHoursMax, Duration.ZERO, Duration.ZERO);
    }
}
