package org.menfang.site;

import java.time.Duration;

/// How long a door stays released and may stay open.
///
/// @param release how long the lock stays released after a grant; at least 3 s (IEC 60839-11-1)
/// @param extendedRelease the same for those who need longer; at least `release`
/// @param held how long the door may stay open after a grant
/// @param extendedHeld the same for those who need longer; at least `held`
/// @param preAlarm how long before the end of `held` the warning sounds; zero for no warning, less
///   than `held`
public record DoorTimings(
        Duration release,
        Duration extendedRelease,
        Duration held,
        Duration extendedHeld,
        Duration preAlarm) {
    public static final Duration RELEASE_MIN = Duration.ofSeconds(3);

    public DoorTimings {
        if (release.compareTo(RELEASE_MIN) < 0) {
            throw new IllegalArgumentException(
                    "a release lasts at least " + RELEASE_MIN + ": " + release);
        }
        if (extendedRelease.compareTo(release) < 0 || extendedHeld.compareTo(held) < 0) {
            throw new IllegalArgumentException(
                    "extended times are not shorter than the plain ones");
        }
        if (preAlarm.isNegative() || preAlarm.compareTo(held) >= 0) {
            throw new IllegalArgumentException(
                    "the warning comes before the end of the open time: " + preAlarm);
        }
    }
}
