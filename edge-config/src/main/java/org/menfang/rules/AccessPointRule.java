package org.menfang.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SecurityLevel;

/// What one access point asks for beyond a right to pass.
///
/// @param security how much has to be shown, and when; where two hold at once, the first decides;
///   outside of all of them one factor
/// @param twoPersons in which schedule two different holders are needed; none: never
/// @param secondPersonSeconds how soon the second has to follow the first, 5 to 120
/// @param escorted who may pass only after somebody of another kind has passed just before
/// @param escortSeconds how soon, 5 to 300
/// @param notAgainSeconds for how long the same holder may not pass here again, 1 to 86400; none:
///   at once
public record AccessPointRule(
        AccessPointId accessPoint,
        List<SecurityTime> security,
        @Nullable ScheduleId twoPersons,
        int secondPersonSeconds,
        List<HolderKind> escorted,
        int escortSeconds,
        @Nullable Integer notAgainSeconds) {
    public static final int SECOND_PERSON_SECONDS_USUAL = 30;
    public static final int ESCORT_SECONDS_USUAL = 60;

    public AccessPointRule {
        security = List.copyOf(security);
        escorted = List.copyOf(escorted);
        check("secondPersonSeconds", secondPersonSeconds, 5, 120);
        check("escortSeconds", escortSeconds, 5, 300);
        if (notAgainSeconds != null) {
            check("notAgainSeconds", notAgainSeconds, 1, 86_400);
        }
    }

    /// A security level in a schedule.
    public record SecurityTime(ScheduleId schedule, SecurityLevel level) {}

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " lies between " + least + " and " + most + ": " + value);
        }
    }
}
