package org.menfang.hub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.hub.rights.Role;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.OperatorName;

/// What programs do about alarms.
@Timeout(120)
class AlarmCareTest {
    private static final long ANSWER_SECONDS_MAX = 60;

    private final TestBoard board = new TestBoard();
    private Visitor visitor;

    @BeforeEach
    void enter() {
        visitor = Visitor.signedIn(board, "王建国");
        board.desk.showGates(board.compound.east());
        board.desk.showAlarms(
                board.compound.alarm(
                        7, AlarmKind.LAMP_DEAD, AlarmSource.of(new LampId("lamp-1")), "灯", null));
    }

    @AfterEach
    void close() {
        visitor.close();
        board.close();
    }

    @Test
    void the_board_tells_who_goes_and_who_is_there() {
        assertEquals(200, act("claim", "{}"));
        assertEquals("王建国", deed("claim"));
        assertEquals(200, act("on-scene", ""));
        assertEquals("王建国", deed("onScene"));
        assertEquals(200, act("help", ""));
        assertTrue(board.alarms.told.getFirst().zh().contains("东大门 灯"));
        assertEquals(200, act("false-alarm", ""));
        assertEquals("王建国", deed("falseAlarm"));
    }

    @Test
    void what_waits_is_told_with_its_reason() {
        assertEquals(200, act("shelve", "{\"minutes\":5,\"why\":\"换灯泡\"}"));
        assertEquals("换灯泡", care().field("shelf").orThrow().field("why", String.class).orThrow());
        assertEquals(200, act("unshelve", ""));
        assertEquals(200, act("out-of-service", "{}"));
        assertEquals(
                AlarmOffice.REPAIR,
                care().field("outOfService").orThrow().field("repair", String.class).orThrow());
        assertEquals(200, act("in-service", ""));
        assertTrue(care().fieldNames().stream().allMatch("step"::equals));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "claim; [",
                "claim; {\"takeOver\":3}",
                "close; {\"cause\":\"GHOSTS\"}",
                "close; {}",
                "shelve; {\"minutes\":1.5,\"why\":\"x\"}"
            })
    void what_is_not_in_form_is_refused(String name, String body) {
        assertEquals(400, act(name, body));
    }

    @Test
    void a_refusal_says_what_to_do_next_in_both_languages() {
        try (Visitor other = Visitor.signedIn(board, "李大姐")) {
            assertEquals(200, act("claim", ""));
            HttpResponse<String> refused = send(other, "claim", "");
            assertEquals(409, refused.statusCode());
            JsonTree problem =
                    Json.parse(refused.body().getBytes(StandardCharsets.UTF_8)).orThrow();
            assertTrue(problem.field("detail", String.class).orThrow().contains("I go instead"));
            assertTrue(refused.body().contains("换我去"));
            assertEquals(200, send(other, "claim", "{\"takeOver\":true}").statusCode());
            assertEquals("李大姐", deed("claim"));
        }
    }

    @Test
    void only_those_who_answer_alarms_may() {
        board.limit("孙监督", Role.SUPERVISOR);
        try (Visitor supervisor = Visitor.signedIn(board, "孙监督")) {
            assertEquals(403, send(supervisor, "claim", "").statusCode());
        }
    }

    @Test
    void an_alarm_that_is_not_there_cannot_be_claimed() {
        board.desk.showAlarms();
        assertEquals(409, act("claim", ""));
        assertEquals(404, send(visitor, "x/claim", "").statusCode());
    }

    @Test
    void a_close_is_a_note_and_a_reset_that_the_gate_confirms() throws Exception {
        assertEquals(409, act("close", "{\"cause\":\"FAULT\"}"));
        board.desk.changeAlarm(
                card -> ScriptedDesk.inState(card, AlarmState.LATCHED, new OperatorName("王建国")));
        CompletableFuture<HttpResponse<String>> closing =
                visitor.post(path("close"), "{\"cause\":\"FAULT\",\"note\":\"换了灯泡\"}");
        ScriptedDesk.Asked asked = board.desk.asked.poll(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        assertTrue(asked != null && asked.what().equals("reset xinghua/east/7"));
        assertEquals("王建国", deed("closing"));
        asked.answer().complete(new ActOutcome.Answered(CommandOutcome.DONE));
        HttpResponse<String> closed = closing.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        assertEquals(200, closed.statusCode());
        visitor.checked("post /alarms/{compound}/{gate}/{id}/close", closed);
    }

    private int act(String name, String body) {
        HttpResponse<String> answer = send(visitor, name, body);
        visitor.checked("post /alarms/{compound}/{gate}/{id}/" + name, answer);
        return answer.statusCode();
    }

    private static HttpResponse<String> send(Visitor who, String name, String body) {
        return who.post(path(name), body).join();
    }

    private static String path(String name) {
        return "/alarms/xinghua/east/" + (name.startsWith("x/") ? "" : "7/") + name;
    }

    private JsonTree care() {
        return visitor.api("get /board", "/board")
                .field("alarms")
                .orThrow()
                .elements()
                .orElseThrow()
                .getFirst()
                .field("care")
                .orThrow();
    }

    private String deed(String name) {
        return care().field(name).orThrow().field("by", String.class).orThrow();
    }
}
