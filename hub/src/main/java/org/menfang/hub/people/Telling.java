package org.menfang.hub.people;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.menfang.hub.page.Visit;

/// Texts with places to fill in, times and ages, as the visitor of a page reads them.
public record Telling(Visit visit) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    /// @param pairs names of places and what stands there, by turns
    public String text(String key, Object... pairs) {
        String text = visit.text(key);
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            text = text.replace("{" + pairs[i] + "}", String.valueOf(pairs[i + 1]));
        }
        return text;
    }

    public String time(Instant time) {
        return TIME.format(time.atZone(visit.zone()));
    }

    public String day(Instant time) {
        return DAY.format(time.atZone(visit.zone()));
    }

    /// `3 min`, in the largest unit.
    public String age(Instant since) {
        Duration age = Duration.between(since, visit.now());
        if (age.toDays() >= 2) {
            return text("age.days", "n", age.toDays());
        }
        if (age.toHours() >= 1) {
            return text("age.hours", "n", age.toHours());
        }
        return age.toMinutes() >= 1
                ? text("age.minutes", "n", age.toMinutes())
                : text("age.seconds", "n", Math.max(0, age.toSeconds()));
    }
}
