package org.menfang.mqtt;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: full jitter below a bound that doubles with every
/// failure, so that the gates of a whole district do not all come back in the same second.
///
/// The bound is what is left of the 45 s within which a session stands once the path works again: a
/// session that went silent takes up to 18.5 s to be found, and a new one a few seconds to be made.
/// The 560 gates of a large district are then 28 in a second.
final class ReconnectPace {
    static final Duration SHORTEST = Duration.ofMillis(200);
    static final Duration LONGEST = Duration.ofSeconds(20);

    /// A connection that stood so long was a good one: the next failure is a first failure.
    static final Duration STEADY = Duration.ofSeconds(30);

    private static final int DOUBLINGS_MAX = 10;

    private final RandomGenerator chance;
    private int failures;

    ReconnectPace(RandomGenerator chance) {
        this.chance = chance;
    }

    /// @param stood how long the last connection stood; zero if there was none
    Duration next(Duration stood) {
        if (stood.compareTo(STEADY) >= 0) {
            failures = 0;
        }
        failures = Math.min(failures + 1, DOUBLINGS_MAX);
        long bound = Math.min(LONGEST.toMillis(), SHORTEST.toMillis() << failures);
        long spread = bound - SHORTEST.toMillis();
        return SHORTEST.plusMillis((long) (chance.nextDouble() * spread));
    }
}
