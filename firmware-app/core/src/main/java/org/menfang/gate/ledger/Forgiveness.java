package org.menfang.gate.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.AreaRule;

/// When a place is forgotten: by its age, or at a minute of each day.
///
/// It goes by the time that has passed for certain: while the clock is not trusted, nothing is
/// forgotten before its time.
final class Forgiveness {
    private Forgiveness() {}

    /// @param rule of the area; none where nothing is ever forgotten
    /// @param since when somebody came there
    /// @param now a time that has passed for certain
    static boolean isForgotten(@Nullable AreaRule rule, Instant since, Instant now, ZoneId zone) {
        if (rule == null) {
            return false;
        }
        Integer minutes = rule.forgiveAfterMinutes();
        if (minutes != null && !now.isBefore(since.plus(Duration.ofMinutes(minutes)))) {
            return true;
        }
        Integer minute = rule.forgiveAtMinute();
        return minute != null && since.isBefore(lastTime(minute, now, zone));
    }

    /// When that minute of the day was last.
    private static Instant lastTime(int minute, Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        Instant today = at(local, minute);
        return today.isAfter(now) ? at(local.minusDays(1), minute) : today;
    }

    private static Instant at(ZonedDateTime day, int minute) {
        return day.toLocalDate().atTime(minute / 60, minute % 60).atZone(day.getZone()).toInstant();
    }
}
