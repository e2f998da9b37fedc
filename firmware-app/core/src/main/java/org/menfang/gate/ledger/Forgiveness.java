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

    /// When a place is forgotten; {@link Instant#MAX} for never.
    ///
    /// @param rule of the area; none where nothing is ever forgotten
    /// @param since when somebody came there
    static Instant forgottenAt(@Nullable AreaRule rule, Instant since, ZoneId zone) {
        Integer minutes = rule == null ? null : rule.forgiveAfterMinutes();
        Integer minute = rule == null ? null : rule.forgiveAtMinute();
        Instant byAge = minutes == null ? Instant.MAX : since.plus(Duration.ofMinutes(minutes));
        Instant byClock = minute == null ? Instant.MAX : nextTime(minute, since, zone);
        return byAge.isBefore(byClock) ? byAge : byClock;
    }

    /// When that minute of the day comes next.
    private static Instant nextTime(int minute, Instant since, ZoneId zone) {
        ZonedDateTime local = since.atZone(zone);
        Instant today = at(local, minute);
        return today.isAfter(since) ? today : at(local.plusDays(1), minute);
    }

    private static Instant at(ZonedDateTime day, int minute) {
        return day.toLocalDate().atTime(minute / 60, minute % 60).atZone(day.getZone()).toInstant();
    }
}
