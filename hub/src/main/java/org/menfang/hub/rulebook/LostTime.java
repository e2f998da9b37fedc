package org.menfang.hub.rulebook;

/// Time that a rules file takes from residents at an access point.
///
/// @param whose a profile, or a class of cards
/// @param accessPoint where
/// @param weekMinutes how many minutes of a usual week
/// @param specialMinutes how many minutes of a special day at most
public record LostTime(String whose, String accessPoint, int weekMinutes, int specialMinutes) {
    private static final int MINUTES_AN_HOUR = 60;

    /// As people read it, in Chinese and English.
    String words() {
        return weekMinutes > 0
                ? "%s %s 每周少 %d 小时 / %d h a week less"
                        .formatted(whose, accessPoint, hours(weekMinutes), hours(weekMinutes))
                : "%s %s 特殊日子少 %d 小时 / %d h less on special days"
                        .formatted(
                                whose, accessPoint, hours(specialMinutes), hours(specialMinutes));
    }

    private static int hours(int minutes) {
        return Math.ceilDiv(minutes, MINUTES_AN_HOUR);
    }
}
