package org.menfang.hub.people;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.menfang.hub.page.Visit;
import org.menfang.hub.page.Wording;

/// Texts with places to fill in, times and ages, as the visitor of a page reads them.
public record Telling(Visit visit) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    /// @param pairs names of places and what stands there, by turns
    public String text(String key, Object... pairs) {
        return Wording.fill(visit.text(key), pairs);
    }

    public String time(Instant time) {
        return TIME.format(time.atZone(visit.zone()));
    }

    public String day(Instant time) {
        return DAY.format(time.atZone(visit.zone()));
    }

    /// `3 min`, in the largest unit.
    public String age(Instant since) {
        return Wording.span(visit::text, Duration.between(since, visit.now()));
    }
}
