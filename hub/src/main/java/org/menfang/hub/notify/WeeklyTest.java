package org.menfang.hub.notify;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.notify.Notice.Urgency;
import org.menfang.hub.office.Timed;

/// Sends a test by every way once a week, so that one that broke is found before an alarm finds it.
///
/// It comes when people are awake and at hand; not on the hour, when Feishu says that robots are
/// refused most.
public final class WeeklyTest implements Timed {
    static final DayOfWeek DAY = DayOfWeek.MONDAY;
    static final LocalTime TIME = LocalTime.of(10, 7);

    private final Book book;
    private final Ways ways;
    private final Outbox outbox;
    private final ZoneId zone;

    public WeeklyTest(Book book, Ways ways, Outbox outbox, ZoneId zone) {
        this.book = book;
        this.ways = ways;
        this.outbox = outbox;
        this.zone = zone;
    }

    /// The last moment at which a test was due, up to now.
    static Instant lastDue(Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        ZonedDateTime day = here.with(TemporalAdjusters.previousOrSame(DAY));
        ZonedDateTime due = ZonedDateTime.of(day.toLocalDate(), TIME, zone);
        return (due.isAfter(here) ? due.minusWeeks(1) : due).toInstant();
    }

    /// @param testedLast none where there was never a way
    static boolean isDue(Instant now, ZoneId zone, @Nullable Instant testedLast) {
        return testedLast != null && testedLast.isBefore(lastDue(now, zone));
    }

    @Override
    public void tick(Instant now) {
        if (!book.read(() -> isDue(now, zone, ways.testedLast()))) {
            return;
        }
        Outcome outcome =
                book.decide(
                        Book.HUB, _ -> Verdict.write(new WayEntry.WaysTested(lastDue(now, zone))));
        if (outcome instanceof Outcome.Done) {
            outbox.tell(
                    TestNotice.of("weekly-test", Urgency.NEWS, now),
                    book.read(ways::all).stream().filter(way -> !way.paused()).toList());
        }
    }
}
