package org.menfang.hub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.rights.Role;
import org.menfang.json.JsonTree;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.EventBody;

@Timeout(120)
class ApiTest {
    private static final long ANSWER_SECONDS_MAX = 30;

    private final TestBoard board = new TestBoard();
    private Visitor visitor;

    @BeforeEach
    void enter() {
        visitor = Visitor.signedIn(board, "王建国");
    }

    @AfterEach
    void close() {
        visitor.close();
        board.close();
    }

    @Test
    void a_stranger_gets_nothing_from_any_address_of_the_api() {
        try (Visitor stranger = new Visitor(board)) {
            for (String operation : Visitor.DESCRIPTION.operations()) {
                String[] parts = operation.split(" ", -1);
                String path = "/api/v1" + parts[1].replaceAll("\\{[^}]*\\}", "x");
                HttpResponse<String> answer =
                        parts[0].equals("get") ? stranger.get(path) : stranger.form(path, Map.of());
                assertEquals(401, answer.statusCode(), operation);
                stranger.checked(operation, answer);
            }
        }
    }

    @Test
    void the_session_says_who_is_there() {
        JsonTree session = visitor.api("get /session", "/session");
        assertEquals("王建国", session.field("name", String.class).orThrow());
        assertEquals("Asia/Shanghai", session.field("zone", String.class).orThrow());
    }

    @Test
    void the_board_is_described_to_the_letter() {
        board.desk.showGates(board.compound.east(), board.compound.westAway());
        board.desk.showAlarms(
                board.compound.forced(7, Sha256.of("picture")),
                ScriptedDesk.inState(
                        board.compound.forced(8, null),
                        AlarmState.LATCHED,
                        new OperatorName("李大姐")));
        JsonTree shown = visitor.api("get /board", "/board");
        List<JsonTree> alarms = shown.field("alarms").orThrow().elements().orElseThrow();
        assertFalse(alarms.getFirst().field("mayReset", Boolean.class).orThrow());
        assertTrue(alarms.getLast().field("mayReset", Boolean.class).orThrow());
        assertEquals("东大门", alarms.getFirst().field("gateName", String.class).orThrow());
    }

    @Test
    void events_come_the_newest_first_and_page_by_page() {
        for (int i = 1; i <= 120; i++) {
            board.desk.log(board.compound.logged(i, Compound.granted(), "陈秀英", "东门行人门"));
        }
        assertEquals(50, numbers("/events").size());
        assertEquals(List.of(120L, 119L), numbers("/events?count=2"));
        assertEquals(List.of(9L, 8L), numbers("/events?count=2&before=10"));
    }

    @Test
    void the_number_of_a_card_is_shown_to_nobody() {
        board.desk.log(board.compound.logged(1, Compound.granted(), "陈秀英", "东门行人门"));
        assertFalse(visitor.get("/api/v1/events").body().contains("1A2B"));
    }

    @Test
    void every_kind_of_event_is_described() {
        long number = 0;
        for (EventBody body : SampleEvents.all()) {
            board.desk.log(board.compound.logged(++number, body, null, ""));
        }
        assertEquals(number, numbers("/events?count=200").size());
    }

    @ParameterizedTest
    @CsvSource({
        "?count=0, MALFORMED",
        "?count=201, MALFORMED",
        "?count=-1, MALFORMED",
        "?count=ten, MALFORMED",
        "?before=99999999999999999999, MALFORMED",
        "?before=1e3, MALFORMED"
    })
    void bad_questions_get_a_clear_answer(String question, String code) {
        JsonTree problem = visitor.api("get /events", "/events" + question);
        assertEquals(code, problem.field("code", String.class).orThrow());
    }

    @Test
    void an_answer_waits_until_the_gate_has_confirmed() throws Exception {
        CompletableFuture<HttpResponse<String>> answer =
                visitor.post("/alarms/xinghua/east/7/acknowledge", "{\"byHub\":false}");
        ScriptedDesk.Asked asked = asked();
        assertEquals("acknowledge xinghua/east/7", asked.what());
        assertEquals(new OperatorName("王建国"), asked.by());
        assertFalse(answer.isDone());
        asked.answer().complete(new ActOutcome.Answered(CommandOutcome.DONE));
        HttpResponse<String> response = answer.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        assertEquals(200, response.statusCode());
        visitor.checked("post /alarms/{compound}/{gate}/{id}/acknowledge", response);
    }

    @Test
    void an_alarm_of_the_hub_is_named_as_one() throws Exception {
        CompletableFuture<HttpResponse<String>> answer =
                visitor.post("/alarms/xinghua/east/7/reset", "{\"byHub\":true}");
        ScriptedDesk.Asked asked = asked();
        assertEquals("reset hub:xinghua/east/7", asked.what());
        asked.answer().complete(new ActOutcome.Answered(CommandOutcome.DONE));
        assertEquals(200, answer.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "DONE, 200, ''",
        "REFUSED_EXPIRED, 409, REFUSED_EXPIRED",
        "REFUSED_REPEATED, 409, REFUSED_OTHERWISE",
        "REFUSED_FOREIGN, 409, REFUSED_OTHERWISE",
        "REFUSED_MALFORMED, 409, REFUSED_OTHERWISE",
        "REFUSED_UNKNOWN_TARGET, 404, NO_SUCH_THING",
        "REFUSED_BY_STATE, 409, REFUSED_BY_STATE",
        "NO_ANSWER, 504, NO_ANSWER",
        "GATE_AWAY, 503, GATE_AWAY",
        "NO_SUCH_THING, 404, NO_SUCH_THING"
    })
    void what_became_of_a_release_is_told_in_words(String outcome, int status, String code)
            throws Exception {
        CompletableFuture<HttpResponse<String>> answer =
                visitor.post("/doors/xinghua/east/north-door/release", "");
        ScriptedDesk.Asked asked = asked();
        assertEquals("ACCESS xinghua/east/north-door", asked.what());
        asked.answer().complete(outcomeOf(outcome));
        HttpResponse<String> response = answer.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        assertEquals(status, response.statusCode());
        JsonTree body = visitor.checked("post /doors/{compound}/{gate}/{door}/release", response);
        if (!code.isEmpty()) {
            assertEquals(code, body.field("code", String.class).orThrow());
        }
    }

    @Test
    void a_door_is_held_open_for_so_many_minutes() throws Exception {
        CompletableFuture<HttpResponse<String>> answer =
                visitor.post("/doors/xinghua/east/north-door/hold-open", "{\"minutes\":10}");
        ScriptedDesk.Asked asked = asked();
        assertEquals("hold xinghua/east/north-door 10", asked.what());
        asked.answer().complete(new ActOutcome.Answered(CommandOutcome.DONE));
        HttpResponse<String> response = answer.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        assertEquals(200, response.statusCode());
        visitor.checked("post /doors/{compound}/{gate}/{door}/hold-open", response);
    }

    @ParameterizedTest
    @CsvSource({"'{\"level\":\"LOCKDOWN\"}'", "'{\"level\":\"LOCKDOWN\",\"minutes\":61}'"})
    void a_lockdown_of_more_than_an_hour_waits_for_a_second_person(String body) throws Exception {
        board.limit("王建国", Role.SHIFT_LEADER);
        board.limit("赵监事", Role.SUPERVISOR);
        HttpResponse<String> response =
                visitor.post("/compounds/xinghua/level", body)
                        .get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        assertEquals(409, response.statusCode());
        JsonTree problem = visitor.checked("post /compounds/{compound}/level", response);
        assertEquals("WAITS_FOR_SECOND", problem.field("code", String.class).orThrow());
        CompletableFuture<Outcome> confirmed =
                CompletableFuture.supplyAsync(
                        () -> board.graves.confirm(new OperatorName("赵监事"), 1));
        ScriptedDesk.Asked asked = asked();
        assertEquals(
                body.contains("61") ? "LOCKDOWN xinghua 61" : "LOCKDOWN xinghua", asked.what());
        asked.answer().complete(new ActOutcome.Answered(CommandOutcome.DONE));
        assertEquals(
                new Outcome.Done(List.of()), confirmed.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"level\":\"LOCKDOWN\",\"minutes\":60}', LOCKDOWN xinghua 60",
        "'{\"level\":\"EVACUATION\",\"minutes\":5}', EVACUATION xinghua 5"
    })
    void a_level_is_set_for_a_compound(String body, String expected) throws Exception {
        CompletableFuture<HttpResponse<String>> answer =
                visitor.post("/compounds/xinghua/level", body);
        ScriptedDesk.Asked asked = asked();
        assertEquals(expected, asked.what());
        asked.answer().complete(new ActOutcome.NotEverywhere());
        HttpResponse<String> response = answer.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        assertEquals(409, response.statusCode());
        JsonTree problem = visitor.checked("post /compounds/{compound}/level", response);
        assertEquals("NOT_EVERYWHERE", problem.field("code", String.class).orThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "/doors/xinghua/east/north-door/hold-open, ''",
        "/doors/xinghua/east/north-door/hold-open, {}",
        "/doors/xinghua/east/north-door/hold-open, '{\"minutes\":\"10\"}'",
        "/compounds/xinghua/level, {}",
        "/compounds/xinghua/level, '{\"level\":\"PANIC\"}'",
        "/compounds/xinghua/level, '{\"level\":\"LOCKDOWN\",\"minutes\":1.5}'"
    })
    void orders_that_nobody_can_read_reach_no_gate(String path, String body) throws Exception {
        HttpResponse<String> response =
                visitor.post(path, body).get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        assertEquals(400, response.statusCode());
        assertTrue(board.desk.asked.isEmpty());
    }

    @Test
    void a_level_ends_by_the_clock_of_the_hub_however_wrong_the_gates_clock_is() {
        Instant by1970 = Instant.parse("1970-01-01T00:00:00Z");
        board.desk.showGates(
                Compound.withLevel(
                        board.compound.east(),
                        SiteLevel.LOCKDOWN,
                        by1970,
                        by1970.plusSeconds(600)));
        JsonTree gate =
                visitor.api("get /board", "/board")
                        .field("gates")
                        .orThrow()
                        .elements()
                        .orElseThrow()
                        .getFirst();
        Instant heard = gate.field("stateHeardAt", Instant.class).orThrow();
        assertEquals(heard.plusSeconds(600), gate.field("levelEndsAt", Instant.class).orThrow());
        assertEquals("李大姐", gate.field("levelBy", String.class).orThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "/alarms/xinghua/east/0/reset",
        "/alarms/xinghua/east/-4/reset",
        "/alarms/xinghua/east/99999999999999999999/reset",
        "/alarms/XINGHUA/east/7/reset",
        "/doors/xinghua/east/Nord-Tuer/release",
        "/compounds/XINGHUA/level",
        "/doors/xinghua/%2e%2e%2f/north-door/release"
    })
    void acts_on_what_has_no_name_reach_no_gate(String path) throws Exception {
        HttpResponse<String> response =
                visitor.post(path, "{}").get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        assertTrue(
                response.statusCode() == 404 || response.statusCode() == 400,
                path + " " + response.statusCode());
        assertTrue(board.desk.asked.isEmpty());
    }

    @Test
    void a_change_without_the_token_of_the_page_is_refused() throws Exception {
        HttpResponse<String> response =
                visitor.form("/api/v1/doors/xinghua/east/north-door/release", Map.of());
        assertEquals(403, response.statusCode());
        visitor.checked("post /doors/{compound}/{gate}/{door}/release", response);
        assertTrue(board.desk.asked.isEmpty());
    }

    @Test
    void a_change_that_another_site_sends_is_refused() {
        // The client does not let a test set Host, but Origin is free.
        HttpResponse<String> response =
                visitor.send(
                        visitor.request("/api/v1/doors/xinghua/east/north-door/release")
                                .header("X-Menfang-Csrf", visitor.csrf())
                                .header("Origin", "http://evil.example")
                                .POST(BodyPublishers.noBody())
                                .build());
        assertEquals(403, response.statusCode());
        assertTrue(board.desk.asked.isEmpty());
    }

    @Test
    void a_picture_is_served_under_its_digest(@TempDir Path folder) {
        Sha256 digest =
                board.addPicture(folder, "not really a jpeg".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> picture = visitor.get("/api/v1/pictures/" + digest);
        assertEquals(200, picture.statusCode());
        assertEquals("image/jpeg", picture.headers().firstValue("Content-Type").orElse(""));
        assertEquals("not really a jpeg", picture.body());
        visitor.checked(
                "get /pictures/{sha256}", visitor.get("/api/v1/pictures/" + Sha256.of("other")));
    }

    @Test
    void a_code_for_a_new_gate_is_made_for_good_names_only() throws Exception {
        HttpResponse<String> made =
                visitor.post("/gates/enrol-codes", "{\"compound\":\"xinghua\",\"gate\":\"south\"}")
                        .get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        assertEquals(201, made.statusCode());
        visitor.checked("post /gates/enrol-codes", made);
        for (String bad :
                List.of("", "{}", "[]", "{\"compound\":\"A B\",\"gate\":\"s\"}", "{\"gate\":1")) {
            HttpResponse<String> refused =
                    visitor.post("/gates/enrol-codes", bad)
                            .get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
            assertEquals(400, refused.statusCode(), bad);
            visitor.checked("post /gates/enrol-codes", refused);
        }
    }

    @Test
    void the_description_is_served_and_names_every_route() {
        assertEquals(200, visitor.get("/api/v1/openapi.yaml").statusCode());
        assertEquals(
                new TreeSet<>(
                        List.of(
                                "get /openapi.yaml",
                                "get /session",
                                "get /board",
                                "get /changes",
                                "get /events",
                                "get /stream",
                                "get /pictures/{sha256}",
                                "post /alarms/{compound}/{gate}/{id}/acknowledge",
                                "post /alarms/{compound}/{gate}/{id}/reset",
                                "post /alarms/{compound}/{gate}/{id}/claim",
                                "post /alarms/{compound}/{gate}/{id}/on-scene",
                                "post /alarms/{compound}/{gate}/{id}/help",
                                "post /alarms/{compound}/{gate}/{id}/false-alarm",
                                "post /alarms/{compound}/{gate}/{id}/shelve",
                                "post /alarms/{compound}/{gate}/{id}/unshelve",
                                "post /alarms/{compound}/{gate}/{id}/out-of-service",
                                "post /alarms/{compound}/{gate}/{id}/in-service",
                                "post /alarms/{compound}/{gate}/{id}/close",
                                "post /doors/{compound}/{gate}/{door}/release",
                                "post /doors/{compound}/{gate}/{door}/hold-open",
                                "post /compounds/{compound}/level",
                                "post /gates/enrol-codes",
                                "get /rounds/mine",
                                "post /rounds/acts",
                                "post /rounds/pictures")),
                new TreeSet<>(Visitor.DESCRIPTION.operations()));
    }

    private ScriptedDesk.Asked asked() throws InterruptedException {
        ScriptedDesk.Asked asked = board.desk.asked.poll(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        assertTrue(asked != null, "the desk was not asked");
        return asked;
    }

    private static ActOutcome outcomeOf(String name) {
        return switch (name) {
            case "NO_ANSWER" -> new ActOutcome.NoAnswer();
            case "GATE_AWAY" -> new ActOutcome.GateAway();
            case "NO_SUCH_THING" -> new ActOutcome.NoSuchThing();
            default -> new ActOutcome.Answered(CommandOutcome.valueOf(name));
        };
    }

    private List<Long> numbers(String path) {
        return visitor.api("get /events", path).elements().orElseThrow().stream()
                .map(event -> event.field("number", Long.class).orThrow())
                .toList();
    }
}
