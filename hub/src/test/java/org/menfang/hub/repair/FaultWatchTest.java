package org.menfang.hub.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.OperatorName;

class FaultWatchTest {
    private static final CompoundId COMPOUND = new CompoundId("xinghua");
    private static final GateId EAST = new GateId("east");
    private static final AlarmSource LAMP = AlarmSource.of(new LampId("lamp-1"));
    private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");

    private Instant now = BEGIN;
    private Board board = Board.EMPTY;
    private final Repairs chapter = new Repairs();
    private final RepairBook repairs =
            new RepairBook(
                    Book.open(new InMemoryBookStore(), () -> now, List.of(chapter)), chapter);
    private final FaultWatch watch = new FaultWatch(repairs, () -> board);

    /// Each line: the second until which the board looks like this, the state of the one alarm (or
    /// `none`), whether the gate is heard, and what is known of repairs then.
    private void check(AlarmKind kind, String script) {
        script.lines()
                .forEach(line -> {
                    String[] words = line.strip().split(" +", 5);
                    show(kind, words[1], words[2].equals("heard"));
                    Instant end = BEGIN.plusSeconds(Long.parseLong(words[0]));
                    while (!now.isAfter(end)) {
                        watch.tick(now);
                        now = now.plusSeconds(10);
                    }
                    assertEquals(words[4], known(), line);
                });
    }

    private String known() {
        String open =
                repairs.open().stream()
                        .map(repair -> repair.number() + " " + repair.state())
                        .collect(Collectors.joining(", "));
        return open.isEmpty() ? "nothing" : open;
    }

    private void show(AlarmKind kind, String state, boolean heard) {
        board =
                new Board(
                        board.version() + 1,
                        now,
                        state.equals("none") ? List.of() : List.of(card(kind, state)),
                        List.of(new GateCard(COMPOUND, EAST, heard, now, null, null)));
    }

    private AlarmCard card(AlarmKind kind, String state) {
        return new AlarmCard(
                new AlarmRef(COMPOUND, EAST, false, new AlarmId(1)),
                kind,
                LAMP,
                "一号路灯",
                "",
                AlarmState.valueOf(state),
                now,
                now,
                1,
                null,
                null);
    }

    @Test
    void a_dead_lamp_makes_one_repair_after_ten_minutes_and_is_closed_ten_after_it_burns() {
        check(
                AlarmKind.LAMP_DEAD,
                """
                590  RAISED       heard -> nothing
                600  RAISED       heard -> 1 REPORTED
                900  ACKNOWLEDGED heard -> 1 REPORTED
                1500 RETURNED     heard -> 1 REPORTED
                1510 LATCHED      heard -> nothing
                """);
        assertEquals(Closing.MEASURED, repairs.find(1).orElseThrow().closing());
        assertEquals(Book.HUB, repairs.find(1).orElseThrow().reportedBy());
    }

    @Test
    void a_blink_makes_no_repair_and_a_lamp_that_goes_out_again_stays_open() {
        check(
                AlarmKind.LAMP_DEAD,
                """
                300  RAISED   heard -> nothing
                310  RETURNED heard -> nothing
                900  RAISED   heard -> nothing
                1000 RAISED   heard -> 1 REPORTED
                1500 RETURNED heard -> 1 REPORTED
                1510 RAISED   heard -> 1 REPORTED
                2100 RETURNED heard -> 1 REPORTED
                2200 none     heard -> nothing
                """);
    }

    @Test
    void while_its_gate_is_away_nothing_counts_as_gone() {
        check(
                AlarmKind.LAMP_DEAD,
                """
                600  RAISED heard -> 1 REPORTED
                900  none   away  -> 1 REPORTED
                2000 none   away  -> 1 REPORTED
                2500 none   heard -> 1 REPORTED
                2620 none   heard -> nothing
                """);
    }

    @Test
    void what_people_say_does_not_close_it_and_who_did_it_does_not_matter_to_the_measurement() {
        check(AlarmKind.LAMP_LINE_CUT, "120 RAISED heard -> 1 REPORTED");
        repairs.accept(new OperatorName("王师傅"), 1);
        repairs.finish(new OperatorName("王师傅"), 1, "接好了");
        check(
                AlarmKind.LAMP_LINE_CUT,
                """
                2000 RAISED heard -> 1 DONE
                2600 none   heard -> 1 DONE
                2610 none   heard -> nothing
                """);
    }

    @Test
    void a_break_in_is_no_repair() {
        check(AlarmKind.FORCED_OPEN, "90000 RAISED heard -> nothing");
    }

    @Test
    void a_clock_that_jumps_makes_and_closes_nothing() {
        check(AlarmKind.LAMP_DEAD, "300 RAISED heard -> nothing");
        now = now.plus(Duration.ofHours(5));
        watch.tick(now);
        assertEquals("nothing", known());
        now = now.minus(Duration.ofHours(5));
        watch.tick(now);
        assertEquals("nothing", known());
    }
}
