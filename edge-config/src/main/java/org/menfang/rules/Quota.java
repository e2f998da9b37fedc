package org.menfang.rules;

import java.time.Instant;
import java.util.List;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.QuotaId;

/// How often a household may pass within a sliding period: "one person out, once every three days".
///
/// @param accessPoints where a passage counts
/// @param usesMax how many passages a period has, 1 to 100
/// @param periodHours how long a passage counts, 1 to 8760
/// @param exempt whose passages do not count
/// @param households for which it holds; empty: for all
/// @param from when it comes into force
/// @param until when it ends; every quota ends
public record Quota(
        QuotaId id,
        List<AccessPointId> accessPoints,
        int usesMax,
        int periodHours,
        List<HolderKind> exempt,
        List<HouseholdId> households,
        Instant from,
        Instant until,
        Resolution decided) {
    public static final int USES_MAX = 100;
    public static final int PERIOD_HOURS_MAX = 8_760;

    public Quota {
        accessPoints = List.copyOf(accessPoints);
        exempt = List.copyOf(exempt);
        households = List.copyOf(households);
        if (usesMax < 1
                || usesMax > USES_MAX
                || periodHours < 1
                || periodHours > PERIOD_HOURS_MAX) {
            throw new IllegalArgumentException(
                    "a quota of " + usesMax + " in " + periodHours + " hours");
        }
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a quota ends after it begins: " + until);
        }
    }
}
