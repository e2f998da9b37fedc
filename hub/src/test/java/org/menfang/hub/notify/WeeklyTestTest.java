package org.menfang.hub.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.page.Language;
import org.menfang.vocabulary.OperatorName;

class WeeklyTestTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final OperatorName ZHAO = new OperatorName("赵主任");

    private final InMemoryOutbox store = new InMemoryOutbox();
    private final InMemoryBookStore lines = new InMemoryBookStore();
    private final ScriptedDelivery delivery = new ScriptedDelivery();
    private Instant now = at("2026-11-18T12:00");

    @ParameterizedTest
    @CsvSource({
        // A Monday is 2026-11-23.
        "2026-11-22T23:59, 2026-11-16T10:07",
        "2026-11-23T10:06, 2026-11-16T10:07",
        "2026-11-23T10:07, 2026-11-23T10:07",
        "2026-11-23T23:00, 2026-11-23T10:07",
        "2026-11-29T23:00, 2026-11-23T10:07"
    })
    void a_test_is_due_on_monday_morning_in_the_zone_of_the_compound(String here, String due) {
        assertEquals(at(due), WeeklyTest.lastDue(at(here), SHANGHAI));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:07,                 , false",
        "2026-11-23T10:07, 2026-11-18T12:00, true",
        "2026-11-23T10:06, 2026-11-18T12:00, false",
        "2026-11-23T10:08, 2026-11-23T10:07, false",
        "2026-11-25T10:08, 2026-11-16T10:07, true"
    })
    void a_test_that_is_due_is_made_once_and_also_late(
            String here, String testedLast, boolean due) {
        assertEquals(
                due,
                WeeklyTest.isDue(at(here), SHANGHAI, testedLast == null ? null : at(testedLast)));
    }

    @Test
    void once_a_week_every_way_that_is_not_paused_is_tested() {
        WayBook ways = open();
        WayId first = setUp(ways, false);
        WayId own = setUp(ways, true);
        ways.pause(ZHAO, false, setUp(ways, false));
        tickUntil("2026-11-30T00:00");
        assertEquals(
                List.of(first.value(), own.value()),
                delivery.told.stream().map(told -> told.split(" ", -1)[0]).toList());
        long before = lines();
        open();
        tickUntil("2026-11-30T10:06");
        assertEquals(before, lines());
        tickUntil("2026-11-30T10:08");
        assertEquals(4, delivery.told.size());
    }

    @SuppressWarnings("NullAway.Init") // Each test opens the book first.
    private Outbox outbox;

    @SuppressWarnings("NullAway.Init") // Each test opens the book first.
    private WeeklyTest test;

    private int ids;

    private WayBook open() {
        Ways chapter = new Ways();
        Book book = Book.open(lines, () -> now, List.of(chapter));
        outbox =
                Outbox.open(
                        new Outbox.Parts(
                                store, store, delivery, Runnable::run, () -> now, () -> 1));
        test = new WeeklyTest(book, chapter, outbox, SHANGHAI);
        return new WayBook(
                new WayBook.Parts(
                        book,
                        chapter,
                        outbox,
                        store,
                        store,
                        (_, _) -> Optional.empty(),
                        () -> new WayId("way-" + ++ids)));
    }

    private void tickUntil(String end) {
        while (now.isBefore(at(end))) {
            now = now.plusSeconds(60);
            test.tick(now);
            outbox.round();
        }
    }

    private static WayId setUp(WayBook ways, boolean personal) {
        NewWay wanted =
                new NewWay(
                        WayKind.NTFY,
                        "值班群",
                        personal,
                        Language.ZH,
                        new WayAddress("https://ntfy.example/t", "", ""));
        return Objects.requireNonNull(ways.setUp(ZHAO, wanted).made());
    }

    private long lines() {
        long[] count = {0};
        lines.replay(_ -> count[0]++);
        return count[0];
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
