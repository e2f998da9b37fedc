package org.menfang.site;

import java.time.Duration;
import org.menfang.vocabulary.SirenId;

/// A siren that sounds for alarms in which somebody is in danger, and perhaps a light beside it.
///
/// @param limit how long it sounds for one alarm at most; the light goes on until somebody answers
/// @param strobe whether there is a light (point `<siren>.strobe`)
public record SirenPlan(SirenId id, String name, Duration limit, boolean strobe) {
    public static final Duration LIMIT_MAX = Duration.ofMinutes(15);

    public SirenPlan {
        if (limit.isNegative() || limit.compareTo(LIMIT_MAX) > 0) {
            throw new IllegalArgumentException(
                    "a siren sounds for " + LIMIT_MAX + " at most: " + limit);
        }
    }
}
