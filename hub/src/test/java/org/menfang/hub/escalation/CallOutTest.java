package org.menfang.hub.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Care;
import org.menfang.hub.notify.Notice;
import org.menfang.hub.response.CareRule;
import org.menfang.hub.response.ResponseDesk;
import org.menfang.hub.response.ScriptedBoard;
import org.menfang.hub.response.ShiftEnd;
import org.menfang.hub.response.WorkOrders;
import org.menfang.hub.roster.OnCall;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.OperatorName;

class CallOutTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final OperatorName WANG = new OperatorName("Wang");

    private final ScriptedBoard board = new ScriptedBoard();
    private final List<Notice> told = new ArrayList<>();
    private final List<String> ordered = new ArrayList<>();
    private List<String> duty = List.of("Wang", "Li");
    private CallOut calls = start();

    private final class Orders implements WorkOrders {
        @Override
        public boolean isOpen(String number) {
            return number.equals("17");
        }

        @Override
        public Optional<String> order(OperatorName by, AlarmCard card) {
            ordered.add(by + " " + card.kind() + " " + card.sourceName());
            return Optional.of("17");
        }
    }

    private final class Duty implements OnCall {
        @Override
        public List<OperatorName> onDuty(Instant now) {
            return duty.stream().map(OperatorName::new).toList();
        }

        @Override
        public List<OperatorName> everybody() {
            return List.of(WANG, new OperatorName("Li"), new OperatorName("Zhao"));
        }
    }

    private CallOut start() {
        return new CallOut(
                board.book,
                board.responses,
                board::board,
                new CallOut.Parts(
                        new Duty(),
                        told::add,
                        new Orders(),
                        () -> board.now,
                        ZONE,
                        (language, key) ->
                                language.tag() + " " + key + " {kind} {place} {count} {time}"));
    }

    private ResponseDesk desk() {
        return new ResponseDesk(
                board.book,
                board.responses,
                board::board,
                ShiftEnd.everyEightHours(ZONE),
                new Orders(),
                calls);
    }

    @Test
    void an_alarm_that_nobody_answers_goes_from_one_to_the_next_to_everybody() {
        board.raise("east", 1, AlarmKind.FORCED_OPEN, "door");
        check(
                """
                0   FIRST    group Wang
                1   -
                59  -
                60  NEXT     Li
                179 -
                180 EVERYONE group Wang,Li,Zhao
                600 -
                """);
    }

    @Test
    void an_answer_ends_it() {
        AlarmRef alarm = board.raise("east", 1, AlarmKind.FORCED_OPEN, "door");
        check("0 FIRST group Wang");
        board.move(alarm, AlarmState.Act.ACKNOWLEDGE);
        check("200 -");
    }

    @Test
    void somebody_who_goes_ends_it_though_the_gate_cannot_be_reached() {
        AlarmRef alarm = board.raise("east", 1, AlarmKind.GATE_SILENT, "east");
        check("0 FIRST group Wang");
        desk().claim(WANG, alarm, false);
        check("200 -");
    }

    @Test
    void what_waits_is_called_when_its_time_aside_is_over() {
        AlarmRef alarm = board.raise("east", 1, AlarmKind.HELD_OPEN, "door");
        check("0 FIRST Wang");
        desk().shelve(WANG, alarm, 5, "movers");
        check(
                """
                200 -
                301 EVERYONE group Wang,Li,Zhao
                """);
    }

    @Test
    void a_cause_that_comes_back_begins_anew() {
        AlarmRef alarm = board.raise("east", 1, AlarmKind.FORCED_OPEN, "door");
        check("0 FIRST group Wang");
        board.move(alarm, AlarmState.Act.ACKNOWLEDGE);
        check("10 -");
        board.move(alarm, AlarmState.Act.RETURN);
        check("20 -");
        at(100);
        board.raise("east", 1, AlarmKind.FORCED_OPEN, "door");
        check(
                """
                100 FIRST group Wang
                160 NEXT Li
                """);
    }

    @Test
    void a_cause_that_bounces_does_not_put_the_next_call_off() {
        AlarmRef alarm = board.raise("east", 1, AlarmKind.FORCED_OPEN, "door");
        check("0 FIRST group Wang");
        at(50);
        board.move(alarm, AlarmState.Act.RETURN);
        board.raise("east", 1, AlarmKind.FORCED_OPEN, "door");
        check("60 NEXT Li");
    }

    @Test
    void a_hub_that_starts_anew_goes_on_where_it_was() {
        board.raise("east", 1, AlarmKind.FORCED_OPEN, "door");
        check("0 FIRST group Wang\n60 NEXT Li");
        board.restart();
        calls = start();
        check(
                """
                61  -
                180 EVERYONE group Wang,Li,Zhao
                """);
    }

    @Test
    void a_hub_that_was_down_calls_everybody_at_once() {
        board.raise("east", 1, AlarmKind.FORCED_OPEN, "door");
        check("0 FIRST group Wang");
        board.restart();
        calls = start();
        check("500 EVERYONE group Wang,Li,Zhao");
    }

    @Test
    void where_one_is_on_duty_alone_the_next_is_one_of_the_others() {
        duty = List.of("Zhao");
        board.raise("east", 1, AlarmKind.HELD_OPEN, "door");
        check("0 FIRST Zhao\n60 NEXT Wang");
    }

    @Test
    void where_nobody_is_on_duty_the_group_is_told() {
        duty = List.of();
        board.raise("east", 1, AlarmKind.HELD_OPEN, "door");
        check("0 FIRST group\n60 NEXT Wang");
    }

    @Test
    void the_most_urgent_is_told_first() {
        board.raise("east", 1, AlarmKind.HELD_OPEN, "door");
        board.raise("east", 2, AlarmKind.FORCED_OPEN, "door");
        board.raise("east", 3, AlarmKind.PANIC, "button");
        tick(0);
        assertEquals(
                List.of("3", "3", "2", "2", "1"),
                told.stream().map(each -> each.topic().split("/", -1)[3]).toList());
    }

    @Test
    void help_is_called_to_everybody_at_once() {
        AlarmRef alarm = board.raise("east", 1, AlarmKind.HELD_OPEN, "door");
        check("0 FIRST Wang");
        told.clear();
        desk().askHelp(WANG, alarm);
        assertEquals("group Wang,Li,Zhao", heard());
        assertEquals(Notice.Urgency.ALARM, told.getLast().urgency());
    }

    @Test
    void more_than_ten_raises_in_ten_minutes_fold_into_one_card_a_place() {
        AlarmRef forced = board.raise("east", 100, AlarmKind.FORCED_OPEN, "door");
        for (int i = 1; i <= 9; i++) {
            board.raise(i < 6 ? "east" : "west", i, AlarmKind.LAMP_DEAD, "lamp-" + i);
        }
        tick(1);
        assertNull(board.card(ScriptedBoard.ref("east", 1)).care().fold());
        AlarmRef eleventh = board.raise("east", 11, AlarmKind.CAMERA_LOST, "camera");
        tick(2);
        assertEquals(Care.Fold.FLOOD, board.card(eleventh).care().fold());
        assertNull(board.card(forced).care().fold());
        told.clear();
        tick(61);
        // One call a place, and one for the door.
        assertEquals(3, told.stream().filter(each -> each.topic().contains("NEXT")).count());
        assertTrue(told.stream().anyMatch(each -> each.zh().contains(" 6 ")), told.toString());
        tick(700);
        assertNull(board.card(eleventh).care().fold());
    }

    @ParameterizedTest
    @EnumSource(AlarmKind.class)
    void what_comes_three_times_a_minute_gets_one_repair_and_is_folded(AlarmKind kind) {
        AlarmRef alarm = ScriptedBoard.ref("east", 1);
        for (int i = 0; i < 6; i++) {
            at(i * 20);
            board.raise("east", 1, kind, "thing");
            calls.tick(board.now);
        }
        assertEquals(List.of("hub " + kind + " thing"), ordered);
        boolean folds = CareRule.mayWait(kind);
        assertEquals(folds ? Care.Fold.CHATTER : null, board.card(alarm).care().fold());
        tick(100 + 599);
        assertEquals(folds, board.card(alarm).care().fold() != null);
        tick(100 + 600);
        assertNull(board.card(alarm).care().fold());
    }

    @Test
    void two_raises_a_minute_are_no_chatter() {
        for (int i = 0; i < 8; i++) {
            at(i * 31);
            board.raise("east", 1, AlarmKind.LAMP_DEAD, "lamp");
            calls.tick(board.now);
        }
        assertEquals(List.of(), ordered);
    }

    @Test
    void nothing_is_said_before_the_hub_knows_its_alarms() {
        ScriptedBoard empty = new ScriptedBoard();
        new CallOut(
                        empty.book,
                        empty.responses,
                        () -> Board.EMPTY,
                        new CallOut.Parts(
                                new Duty(),
                                told::add,
                                new Orders(),
                                () -> empty.now,
                                ZONE,
                                (language, key) -> key))
                .tick(empty.now);
        assertTrue(told.isEmpty());
        assertEquals(0, empty.book.head().seq());
    }

    @Test
    void a_notice_tells_kind_place_and_time_and_is_used_for_a_quarter_of_an_hour() {
        board.raise("east", 1, AlarmKind.FORCED_OPEN, "door");
        tick(0);
        Notice notice = told.getFirst();
        assertEquals(
                "zh-CN alarms.call.FIRST zh-CN alarm.FORCED_OPEN {kind} {place} {count} {time}"
                        + " east door {count} 12:00",
                notice.zh());
        assertEquals(board.now.plus(Duration.ofMinutes(15)), notice.useUntil());
        assertFalse(notice.topic().isBlank());
    }

    /// Lines of a second, the step that the alarm reaches then, and who is told.
    private void check(String table) {
        for (String line : table.lines().toList()) {
            String[] parts = line.strip().split("\\s+", 3);
            tick(Integer.parseInt(parts[0]));
            if (parts[1].equals("-")) {
                assertEquals(List.of(), told, line);
            } else {
                assertEquals(parts[2], heard(), line);
                assertTrue(told.stream().allMatch(each -> each.topic().contains(parts[1])), line);
                assertEquals(
                        Care.Step.valueOf(parts[1]),
                        board.board().alarms().getFirst().care().step());
            }
            told.clear();
        }
    }

    private String heard() {
        StringBuilder all = new StringBuilder();
        for (Notice notice : told) {
            all.append(all.isEmpty() ? "" : " ")
                    .append(
                            notice.to().isEmpty()
                                    ? "group"
                                    : String.join(
                                            ",",
                                            notice.to().stream()
                                                    .map(OperatorName::value)
                                                    .toList()));
        }
        return all.toString();
    }

    private void tick(int second) {
        at(second);
        calls.tick(board.now);
    }

    private void at(int second) {
        board.now = ScriptedBoard.NOON.plusSeconds(second);
    }
}
