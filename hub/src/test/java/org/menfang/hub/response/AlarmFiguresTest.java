package org.menfang.hub.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Entry;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Sha256;

class AlarmFiguresTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// The first of May in Shanghai.
    private static final Instant FROM = Instant.parse("2026-04-30T16:00:00Z");

    private static final Instant TO = FROM.plus(Duration.ofDays(31));

    private final List<AlarmHistory> history = new ArrayList<>();

    @Test
    void nothing_gives_zeros_and_no_times() {
        AlarmFigures figures = figures(Map.of());
        assertEquals(0, figures.alarms());
        assertEquals(31, figures.days());
        assertNull(figures.worstDay());
        assertNull(figures.answered().half());
        assertEquals(List.of(), figures.top());
    }

    @Test
    void half_and_nineteen_of_twenty_are_times_that_really_were() {
        for (int i = 1; i <= 20; i++) {
            add(
                    """
                    LAMP_DEAD lamp-%d day 1 times 1 answered %d closed %d FAULT
                    """
                            .formatted(i, i * 10, i * 100));
        }
        AlarmFigures figures = figures(Map.of());
        assertEquals(Duration.ofSeconds(100), figures.answered().half());
        assertEquals(Duration.ofSeconds(190), figures.answered().most());
        assertEquals(Duration.ofSeconds(1_000), figures.closed().half());
        assertEquals(Map.of(CloseCause.FAULT, 20), figures.causes());
        assertEquals(AlarmFigures.TOP_POINTS_MAX, figures.top().size());
    }

    @Test
    void kinds_and_places_are_counted_the_most_frequent_first() {
        add(
                """
                LAMP_DEAD  lamp-1 day 1 times 6 answered 10 closed 100 FAULT
                HELD_OPEN  door   day 2 times 1 answered 20 closed 100 MISTAKE
                HELD_OPEN  door   day 3 times 1 answered - closed - -
                FORCED_OPEN door  day 0 times 9 answered 10 closed 100 OFFENCE
                """);
        AlarmFigures figures = figures(Map.of());
        assertEquals(3, figures.alarms());
        assertEquals(
                List.of(AlarmKind.LAMP_DEAD, AlarmKind.HELD_OPEN),
                figures.byKind().stream().map(AlarmFigures.OfKind::kind).toList());
        assertEquals(
                List.of(75, 25),
                figures.top().stream().map(AlarmFigures.OfPoint::percent).toList());
        assertEquals(2, figures.top().getLast().alarms());
    }

    @Test
    void what_was_open_for_more_than_a_day_is_stale() {
        add(
                """
                HELD_OPEN  door   day 2  times 1 answered 1 closed 86400 FAULT
                HELD_OPEN  door   day 3  times 1 answered 1 closed 86401 FAULT
                HELD_OPEN  door   day 29 times 1 answered 1 closed - -
                HELD_OPEN  door   day 31 times 1 answered 1 closed - -
                """);
        assertEquals(2, figures(Map.of()).stale());
    }

    @Test
    void raises_are_counted_by_the_days_of_the_compound() {
        AlarmFigures figures =
                figures(
                        Map.of(
                                FROM.minusSeconds(3_600),
                                500,
                                FROM,
                                100,
                                FROM.plus(Duration.ofHours(23)),
                                60,
                                FROM.plus(Duration.ofHours(24)),
                                90));
        assertEquals(250, figures.raises());
        assertEquals(new AlarmFigures.WorstDay(LocalDate.of(2026, 5, 1), 160), figures.worstDay());
    }

    @Test
    void floods_and_chatter_count_where_they_begin() {
        Point point = point(AlarmKind.LAMP_DEAD, "lamp-1");
        AlarmFigures.Known known =
                new AlarmFigures.Known(
                        List.of(),
                        Map.of(),
                        List.of(FROM.minusSeconds(1), FROM, TO),
                        List.of(
                                new Responses.Chatter(point, FROM),
                                new Responses.Chatter(point, FROM.plusSeconds(99))));
        AlarmFigures figures = AlarmFigures.of(known, FROM, TO, ZONE);
        assertEquals(1, figures.floods());
        assertEquals(1, figures.chatter());
    }

    private AlarmFigures figures(Map<Instant, Integer> raisesByHour) {
        return AlarmFigures.of(
                new AlarmFigures.Known(history, raisesByHour, List.of(), List.of()),
                FROM,
                TO,
                ZONE);
    }

    private static Point point(AlarmKind kind, String thing) {
        return new Point(
                new CompoundId("xinghua"),
                new GateId("east"),
                kind,
                AlarmSource.of(new DoorId(thing)));
    }

    /// Lines of kind, thing, day of the month, times, seconds to the answer and to the close,
    /// cause.
    private void add(String table) {
        for (String line : table.lines().toList()) {
            String[] parts = line.strip().split("\\s+", -1);
            Instant heard = FROM.plus(Duration.ofDays(Long.parseLong(parts[3]) - 1));
            history.add(
                    new AlarmHistory(
                            ScriptedBoard.ref("east", history.size() + 1L),
                            point(AlarmKind.valueOf(parts[0]), parts[1]),
                            heard,
                            Integer.parseInt(parts[5]),
                            after(heard, parts[7]),
                            null,
                            after(heard, parts[9]),
                            parts[10].equals("-") ? null : CloseCause.valueOf(parts[10]),
                            ""));
        }
    }

    private static @Nullable Instant after(Instant heard, String seconds) {
        return seconds.equals("-") ? null : heard.plusSeconds(Long.parseLong(seconds));
    }

    @Test
    void each_compound_has_figures_of_its_own() {
        Responses responses = new Responses();
        noticed(responses, "xinghua", 3);
        noticed(responses, "elm-lane", 5);
        responses.take(entry(new AlarmEntry.FloodBegan(new CompoundId("elm-lane"))));
        assertEquals(8, of(responses, _ -> true).raises());
        AlarmFigures elm = of(responses, each -> each.value().equals("elm-lane"));
        assertEquals(5, elm.raises());
        assertEquals(1, elm.alarms());
        assertEquals(1, elm.floods());
        assertEquals(0, of(responses, each -> each.value().equals("xinghua")).floods());
    }

    private static AlarmFigures of(Responses responses, Predicate<CompoundId> where) {
        return AlarmFigures.of(AlarmFigures.Known.of(responses, FROM, where), FROM, TO, ZONE);
    }

    private static void noticed(Responses responses, String compound, int times) {
        Point point =
                new Point(
                        new CompoundId(compound),
                        new GateId("east"),
                        AlarmKind.LAMP_DEAD,
                        AlarmSource.of(new DoorId("main")));
        AlarmRef alarm = new AlarmRef(point.compound(), point.gate(), false, new AlarmId(times));
        responses.take(entry(new AlarmEntry.Noticed(alarm, point, FROM, times)));
    }

    private static Entry entry(AlarmEntry body) {
        return new Entry(1, FROM, Book.HUB, body, Sha256.ZERO);
    }
}
