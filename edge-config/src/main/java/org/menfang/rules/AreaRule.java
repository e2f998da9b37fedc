package org.menfang.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.Passback;

/// What an area allows: coming in twice, how many, how long.
///
/// @param passback what happens when somebody comes in who is already inside
/// @param forgiveAtMinute the minute of each day at which everybody's place is forgotten; none:
///   never by the clock
/// @param forgiveAfterMinutes how long after a passage the place is forgotten; none: never by age
/// @param occupantsMax how many may be inside; none: any number
/// @param stays how long who may stay before an alarm says so
public record AreaRule(
        AreaId area,
        Passback passback,
        @Nullable Integer forgiveAtMinute,
        @Nullable Integer forgiveAfterMinutes,
        @Nullable Integer occupantsMax,
        List<StayLimit> stays) {
    public AreaRule {
        stays = List.copyOf(stays);
        if (forgiveAtMinute != null
                && (forgiveAtMinute < 0 || forgiveAtMinute >= WeeklySchedule.MINUTES_A_DAY)) {
            throw new IllegalArgumentException("not a minute of the day: " + forgiveAtMinute);
        }
        if (forgiveAfterMinutes != null && forgiveAfterMinutes < 1) {
            throw new IllegalArgumentException("forgiven at once: " + forgiveAfterMinutes);
        }
        if (occupantsMax != null && occupantsMax < 1) {
            throw new IllegalArgumentException("an area that holds nobody: " + occupantsMax);
        }
    }

    /// How long holders of a kind may stay, in minutes.
    public record StayLimit(HolderKind kind, int minutes) {
        public StayLimit {
            if (minutes < 1) {
                throw new IllegalArgumentException("a stay of no time: " + minutes);
            }
        }
    }
}
