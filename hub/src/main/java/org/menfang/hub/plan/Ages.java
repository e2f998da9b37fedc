package org.menfang.hub.plan;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.page.Visit;

/// Says in words how old something is.
///
/// @param visit of the person who reads it
public record Ages(Visit visit) {
    private static final int SECONDS_SHOWN_MAX = 90;
    private static final int MINUTES_SHOWN_MAX = 90;
    private static final int HOURS_SHOWN_MAX = 48;

    /// @param since none for never
    public String of(@Nullable Instant since) {
        if (since == null) {
            return visit.text("plan.never");
        }
        Duration age = Duration.between(since, visit.now());
        if (age.toSeconds() < SECONDS_SHOWN_MAX) {
            return filled("age.seconds", Math.max(1, age.toSeconds()));
        }
        if (age.toMinutes() < MINUTES_SHOWN_MAX) {
            return filled("age.minutes", age.toMinutes());
        }
        return age.toHours() < HOURS_SHOWN_MAX
                ? filled("age.hours", age.toHours())
                : filled("age.days", age.toDays());
    }

    private String filled(String key, long number) {
        return visit.text(key).replace("{n}", Long.toString(number));
    }
}
