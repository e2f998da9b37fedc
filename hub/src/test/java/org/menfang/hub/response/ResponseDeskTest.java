package org.menfang.hub.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Care;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.OperatorName;

class ResponseDeskTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Set<AlarmKind> NEVER_WAIT =
            EnumSet.of(AlarmKind.FIRE, AlarmKind.PANIC, AlarmKind.DURESS, AlarmKind.FORCED_OPEN);

    private final ScriptedBoard board = new ScriptedBoard();
    private final Set<String> openRepairs = new HashSet<>(Set.of("17"));
    private final List<String> called = new ArrayList<>();
    private final WorkOrders orders =
            new WorkOrders() {
                @Override
                public boolean isOpen(String number) {
                    return openRepairs.contains(number);
                }

                @Override
                public Optional<String> order(OperatorName by, AlarmCard card) {
                    openRepairs.add("18");
                    return Optional.of("18");
                }
            };
    private final ResponseDesk desk =
            new ResponseDesk(
                    board.book,
                    board.responses,
                    board::board,
                    ShiftEnd.everyEightHours(ZONE),
                    orders,
                    card -> called.add(card.sourceName()));
    private final AlarmWatch watch = new AlarmWatch(board.responses, orders);

    @Test
    void an_alarm_goes_from_raise_to_close() {
        check(
                AlarmKind.LAMP_LINE_CUT,
                """
                Wang close FAULT    -> acknowledge-first | -
                gate ACKNOWLEDGE    -> ok                | -
                Wang claim          -> ok                | claim Wang
                Wang claim          -> nothing           | claim Wang
                Li claim            -> claimed           | claim Wang
                Li take-over        -> ok                | claim Li
                Li on-scene         -> ok                | claim Li, there Li
                Li help             -> ok                | claim Li, there Li, help Li
                Wang help           -> nothing           | claim Li, there Li, help Li
                Li close FAULT      -> cause-there       | claim Li, there Li, help Li
                gate RETURN         -> ok                | claim Li, there Li, help Li
                Li close OFFENCE    -> note              | claim Li, there Li, help Li
                Li close FAULT      -> ok                | claim Li, there Li, help Li, closing Li
                gate RESET          -> ok                | gone
                Li claim            -> gone              | gone
                """);
        assertEquals(List.of("thing"), called);
        AlarmHistory told = board.responses.history(Instant.EPOCH).getFirst();
        assertEquals(CloseCause.FAULT, told.cause());
        assertEquals(board.now, told.endedAt());
    }

    @Test
    void a_cause_that_comes_back_after_the_answer_needs_new_people() {
        check(
                AlarmKind.HELD_OPEN,
                """
                gate ACKNOWLEDGE    -> ok      | -
                Wang claim          -> ok      | claim Wang
                Wang on-scene       -> ok      | claim Wang, there Wang
                gate RETURN         -> ok      | claim Wang, there Wang
                Wang close MISTAKE  -> ok      | claim Wang, there Wang, closing Wang
                gate RAISE          -> ok      | -
                Li claim            -> ok      | claim Li
                """);
    }

    @Test
    void a_cause_that_bounces_before_the_answer_keeps_its_people() {
        check(
                AlarmKind.HELD_OPEN,
                """
                Wang claim   -> ok | claim Wang
                gate RETURN  -> ok | claim Wang
                gate RAISE   -> ok | claim Wang
                """);
    }

    @Test
    void what_is_put_aside_comes_back() {
        check(
                AlarmKind.LAMP_DEAD,
                """
                Wang shelve 30         -> ok             | shelved Wang
                Wang unshelve          -> ok             | -
                Wang unshelve          -> nothing        | -
                Wang out-of-service 99 -> no-such-repair | -
                Wang out-of-service 17 -> ok             | repair 17
                Li in-service          -> ok             | -
                Li shelve 0            -> minutes        | -
                """);
    }

    @Test
    void danger_is_called_false_only_by_somebody_who_looked() {
        check(
                AlarmKind.PANIC,
                """
                Wang false-alarm -> look-first | -
                Wang on-scene    -> ok         | there Wang
                Wang false-alarm -> ok         | there Wang, false Wang
                """);
        check(AlarmKind.READER_FLOODED, "Wang false-alarm -> ok | false Wang");
    }

    @ParameterizedTest
    @EnumSource(AlarmKind.class)
    void panic_fire_duress_and_forced_doors_never_wait(AlarmKind kind) {
        AlarmRef alarm = board.raise("east", 1, kind, "thing");
        boolean waits = !NEVER_WAIT.contains(kind);
        assertEquals(waits, CareRule.mayWait(kind));
        OperatorName wang = new OperatorName("Wang");
        assertEquals(waits, desk.shelve(wang, alarm, 10, "movers") instanceof Outcome.Done);
        assertEquals(waits, desk.takeOutOfService(wang, alarm, "17") instanceof Outcome.Done);
        long number = 100;
        for (Suppression rule : Suppression.values()) {
            board.raise("east", number++, rule.cause(), "gate");
            assertTrue(waits || !rule.explained().contains(kind), rule.name());
        }
        board.book.decide(
                wang,
                _ ->
                        Verdict.write(
                                new AlarmEntry.FloodBegan(alarm.compound()),
                                new AlarmEntry.ChatterBegan(Point.of(board.card(alarm)))));
        Care care = board.card(alarm).care();
        assertEquals(waits, care.waits());
        assertEquals(waits, care.fold() != null);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01T04:00:00Z,   , 2026-05-01T08:00:00Z",
        "2026-05-01T04:00:00Z, 60, 2026-05-01T05:00:00Z",
        "2026-05-01T07:30:00Z, 60, 2026-05-01T08:00:00Z",
        "2026-05-01T08:00:00Z,   , 2026-05-01T16:00:00Z",
        "2026-05-01T15:59:59Z, 60, 2026-05-01T16:00:00Z",
        "2026-05-01T16:00:00Z, 60, 2026-05-01T17:00:00Z"
    })
    void nothing_is_put_aside_past_the_end_of_the_shift(
            Instant now, @Nullable Integer minutes, Instant until) {
        board.now = now;
        AlarmRef alarm = board.raise("east", 1, AlarmKind.HELD_OPEN, "door");
        desk.shelve(new OperatorName("Wang"), alarm, minutes, "movers");
        Care.Shelf shelf = board.card(alarm).care().shelf();
        assertEquals(until, shelf == null ? null : shelf.until());
        board.now = until.minusSeconds(1);
        look();
        assertTrue(board.card(alarm).care().waits());
        board.now = until;
        look();
        assertFalse(board.card(alarm).care().waits());
    }

    @Test
    void a_device_is_in_service_again_when_its_repair_is_closed() {
        AlarmRef alarm = board.raise("east", 1, AlarmKind.LAMP_DEAD, "lamp");
        desk.takeOutOfService(new OperatorName("Wang"), alarm, "17");
        look();
        assertTrue(board.card(alarm).care().waits());
        openRepairs.clear();
        look();
        assertNull(board.card(alarm).care().outOfService());
    }

    @Test
    void a_device_without_a_repair_gets_one() {
        AlarmRef alarm = board.raise("east", 1, AlarmKind.LAMP_DEAD, "lamp");
        desk.takeOutOfService(new OperatorName("Wang"), alarm, "");
        Care.OutOfService waits = board.card(alarm).care().outOfService();
        assertEquals("18", waits == null ? null : waits.repair());
    }

    @Test
    void what_the_same_thing_raises_next_waits_as_well() {
        AlarmRef first = board.raise("east", 1, AlarmKind.HELD_OPEN, "door");
        desk.shelve(new OperatorName("Wang"), first, 30, "movers");
        AlarmRef second = board.raise("east", 2, AlarmKind.HELD_OPEN, "door");
        AlarmRef other = board.raise("east", 3, AlarmKind.HELD_OPEN, "lane");
        assertTrue(board.card(second).care().waits());
        assertFalse(board.card(other).care().waits());
    }

    @Test
    void a_silent_gate_explains_its_lamps_and_cameras_while_it_is_silent() {
        AlarmRef lamp = board.raise("east", 1, AlarmKind.LAMP_DEAD, "lamp");
        AlarmRef cut = board.raise("east", 2, AlarmKind.LAMP_LINE_CUT, "lamp");
        AlarmRef far = board.raise("west", 3, AlarmKind.CAMERA_LOST, "camera");
        AlarmRef silent = board.raise("east", 4, AlarmKind.GATE_SILENT, "east");
        assertEquals(AlarmKind.GATE_SILENT, board.card(lamp).care().suppressedBy());
        assertNull(board.card(cut).care().suppressedBy());
        assertNull(board.card(far).care().suppressedBy());
        board.move(silent, AlarmState.Act.RETURN);
        assertNull(board.card(lamp).care().suppressedBy());
    }

    @Test
    void a_reason_is_short_and_of_one_line() {
        AlarmRef alarm = board.raise("east", 1, AlarmKind.HELD_OPEN, "door");
        OperatorName wang = new OperatorName("Wang");
        for (String why : List.of("", " ", "a\nb", "字".repeat(81))) {
            assertEquals(
                    new Outcome.Refused("refused.alarms.why"), desk.shelve(wang, alarm, 5, why));
        }
        assertTrue(desk.shelve(wang, alarm, 5, "字".repeat(80)) instanceof Outcome.Done);
    }

    @Test
    void before_the_first_board_no_alarm_has_ended() {
        AlarmRef alarm = board.raise("east", 1, AlarmKind.HELD_OPEN, "door");
        look();
        assertEquals(List.of(), watch.follow(Board.EMPTY, board.now));
        board.move(alarm, AlarmState.Act.ACKNOWLEDGE);
        assertEquals(1, watch.follow(board.bare(), board.now).size());
    }

    @Test
    void what_comes_again_and_again_is_written_once_a_minute() {
        AlarmRef alarm = board.raise("east", 1, AlarmKind.HELD_OPEN, "door");
        look();
        for (int second = 1; second <= 120; second++) {
            board.now = ScriptedBoard.NOON.plus(Duration.ofSeconds(second));
            board.raise("east", 1, AlarmKind.HELD_OPEN, "door");
            look();
        }
        assertEquals(3, board.book.head().seq());
        assertEquals(121, board.responses.history(Instant.EPOCH).getFirst().times());
        assertEquals(121, board.card(alarm).times());
    }

    private void check(AlarmKind kind, String table) {
        AlarmRef alarm = board.raise("east", board.bare().version(), kind, "thing");
        look();
        for (String line : table.lines().toList()) {
            String[] parts = line.split("->|\\|", -1);
            String[] act = parts[0].strip().split(" ", -1);
            assertEquals(parts[1].strip(), act(alarm, act), line);
            look();
            assertEquals(parts[2].strip(), summary(alarm), line);
        }
    }

    private void look() {
        board.book.decide(
                Book.HUB, now -> new Verdict.Write(List.copyOf(watch.follow(board.bare(), now))));
    }

    private String act(AlarmRef alarm, String[] act) {
        if (act[0].equals("gate")) {
            if (act[1].equals("RAISE")) {
                board.raise("east", alarm.alarm().value(), board.card(alarm).kind(), "thing");
            } else {
                board.move(alarm, AlarmState.Act.valueOf(act[1]));
            }
            return "ok";
        }
        return switch (perform(new OperatorName(act[0]), alarm, act)) {
            case Outcome.Done(List<?> entries) -> entries.isEmpty() ? "nothing" : "ok";
            case Outcome.Refused(String key) -> key.replace("refused.alarms.", "");
            case Outcome.Failed(String why) -> why;
        };
    }

    private Outcome perform(OperatorName by, AlarmRef alarm, String[] act) {
        return switch (act[1]) {
            case "claim" -> desk.claim(by, alarm, false);
            case "take-over" -> desk.claim(by, alarm, true);
            case "on-scene" -> desk.arrive(by, alarm);
            case "help" -> desk.askHelp(by, alarm);
            case "false-alarm" -> desk.findFalse(by, alarm);
            case "shelve" -> desk.shelve(by, alarm, Integer.valueOf(act[2]), "movers");
            case "unshelve" -> desk.unshelve(by, Point.of(board.card(alarm)));
            case "out-of-service" -> desk.takeOutOfService(by, alarm, act[2]);
            case "in-service" -> desk.putBackInService(by, Point.of(board.card(alarm)));
            case "close" -> desk.close(by, alarm, CloseCause.valueOf(act[2]), "");
            default -> throw new IllegalArgumentException(act[1]);
        };
    }

    private String summary(AlarmRef alarm) {
        if (board.bare().alarms().stream().noneMatch(card -> card.ref().equals(alarm))) {
            return "gone";
        }
        Care care = board.card(alarm).care();
        List<String> all = new ArrayList<>();
        add(all, "claim", care.claim());
        add(all, "there", care.onScene());
        add(all, "help", care.help());
        add(all, "false", care.falseAlarm());
        add(all, "closing", care.closing());
        if (care.shelf() != null) {
            all.add("shelved " + care.shelf().by());
        }
        if (care.outOfService() != null) {
            all.add("repair " + care.outOfService().repair());
        }
        return all.isEmpty() ? "-" : all.stream().collect(Collectors.joining(", "));
    }

    private static void add(List<String> all, String name, Care.@Nullable Deed deed) {
        if (deed != null) {
            all.add(name + " " + deed.by());
        }
    }
}
