package org.menfang.hub.people;

import java.time.Duration;
import java.time.Instant;
import org.menfang.hub.page.Times;
import org.menfang.hub.page.Visit;
import org.menfang.hub.page.Wording;

/// Texts with places to fill in, times and ages, as the visitor of a page reads them.
public record Telling(Visit visit) {

    /// @param pairs names of places and what stands there, by turns
    public String text(String key, Object... pairs) {
        return Wording.fill(visit.text(key), pairs);
    }

    public String time(Instant time) {
        return Times.minute(time, visit.zone());
    }

    public String day(Instant time) {
        return Times.day(time, visit.zone());
    }

    /// `3 min`, in the largest unit.
    public String age(Instant since) {
        return Wording.span(visit::text, Duration.between(since, visit.now()));
    }
}
