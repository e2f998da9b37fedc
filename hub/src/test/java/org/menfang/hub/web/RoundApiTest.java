package org.menfang.hub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.cases.TestPictures;
import org.menfang.hub.rights.Role;
import org.menfang.hub.round.GateWatch;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.HolderId;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;

@Timeout(120)
class RoundApiTest {
    /// The begin of this minute: pages read the clock of the machine.
    private final Instant due = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    @TempDir private Path folder;
    private final ScriptedDesk desk = new ScriptedDesk(Clock.systemUTC());
    private PatrolOffice office;
    private TestBoard board;
    private Visitor visitor;
    private String round = "";

    @BeforeEach
    void enter() {
        office = new PatrolOffice(folder, desk, due.minusSeconds(60));
        assertInstanceOf(Outcome.Done.class, office.rounds.plan(PatrolOffice.LI, office.tour(due)));
        assertInstanceOf(
                Outcome.Done.class,
                office.rounds.setCard(
                        PatrolOffice.LI, PatrolOffice.WANG, Compound.ID, new HolderId("h-1")));
        board = new TestBoard(4, office.sections());
        visitor = Visitor.signedIn(board, PatrolOffice.WANG.value());
        office.tick(due);
        round = office.rounds.since(due).getFirst().id();
    }

    @AfterEach
    void close() {
        visitor.close();
        board.close();
    }

    private record Act(
            String key,
            Instant at,
            String kind,
            String round,
            String point,
            String check,
            boolean ok,
            String code,
            String text) {}

    private record Acts(List<Act> acts) {}

    private Act act(String kind, String point, String code, String text) {
        return new Act(
                UUID.randomUUID().toString(),
                office.now(),
                kind,
                round,
                point,
                "lamp",
                false,
                code,
                text);
    }

    /// Which reasons the acts were refused for, `ok` for those that were taken.
    private List<String> send(Act... acts) {
        JsonTree answer =
                visitor.checked(
                        "post /rounds/acts",
                        visitor.post(
                                        "/rounds/acts",
                                        new String(
                                                Json.write(new Acts(List.of(acts))),
                                                StandardCharsets.UTF_8))
                                .join());
        List<String> all = new ArrayList<>();
        for (JsonTree each : answer.field("taken").orThrow().elements().orElseThrow()) {
            all.add(each.toString().isEmpty() ? "" : "ok");
        }
        for (JsonTree each : answer.field("refused").orThrow().elements().orElseThrow()) {
            all.add(each.field("reason", String.class).orThrow());
        }
        return all;
    }

    private JsonTree mine() {
        return visitor.api("get /rounds/mine", "/rounds/mine");
    }

    private void tap(long number, String holder, Instant at) {
        EventBody.AccessGranted granted = (EventBody.AccessGranted) Compound.granted();
        Event event = board.compound.logged(number, denied(granted, holder), null, "").event();
        desk.log(
                new LoggedEvent(
                        number,
                        at,
                        new Event(
                                event.compound(),
                                event.gate(),
                                event.position(),
                                event.boot(),
                                at,
                                event.trust(),
                                event.body()),
                        null,
                        "",
                        null));
    }

    private static EventBody denied(EventBody.AccessGranted like, String holder) {
        return new EventBody.AccessDenied(
                like.accessPoint(),
                like.door(),
                DenyReason.LOST,
                like.credential(),
                new HolderId(holder),
                like.grounds(),
                null);
    }

    @Test
    void a_round_is_walked_by_phone_and_by_card() {
        assertEquals(List.of("ok"), send(act("BEGIN", "", "", "")));
        office.tick(due.plusSeconds(60));
        tap(1, "h-2", office.now());
        office.tick(due.plusSeconds(61));
        assertEquals(3, office.rounds.round(round).orElseThrow().missing().size());
        tap(2, "h-1", office.now());
        office.tick(due.plusSeconds(62));
        assertEquals(2, office.rounds.round(round).orElseThrow().missing().size());
        assertEquals(
                List.of("ok", "ok", "ok", "ok", "ok"),
                send(
                        act("POINT", "shed", office.code("shed"), ""),
                        act("CHECK", "shed", "", "灯坏了"),
                        act("REPAIR", "shed", "", "灯坏了"),
                        act("POINT", "house", "http://hub/rounds/at/" + office.code("house"), ""),
                        act("END", "", "", "")));
        assertEquals("车棚", office.repairs.getFirst().place());
        office.tick(due.plus(Duration.ofHours(5)));
        assertEquals(List.of(), office.told);
    }

    @Test
    void what_is_sent_twice_is_taken_once() {
        Act begin = act("BEGIN", "", "", "");
        Act repair = act("REPAIR", "shed", "", "灯坏了");
        assertEquals(List.of("ok", "ok"), send(begin, repair));
        assertEquals(List.of("ok", "ok"), send(begin, repair));
        assertEquals(1, office.repairs.size());
    }

    /// What became of a picture: `ok`, or the reason why not.
    private String photograph(String key, String point, Instant at, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map.of("key", key, "at", at.toString(), "round", round, "point", point)
                .forEach((name, value) ->
                        body.writeBytes(
                                "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                        .formatted(name, value)
                                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(
                "--b\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.jpg\"\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        JsonTree answer =
                visitor.checked(
                        "post /rounds/pictures",
                        visitor.send(
                                visitor.request("/api/v1/rounds/pictures")
                                        .header("Content-Type", "multipart/form-data; boundary=b")
                                        .header("X-Menfang-Csrf", visitor.csrf())
                                        .POST(
                                                HttpRequest.BodyPublishers.ofByteArray(
                                                        body.toByteArray()))
                                        .build()));
        List<JsonTree> refused = answer.field("refused").orThrow().elements().orElseThrow();
        return refused.isEmpty()
                ? "ok"
                : refused.getFirst().field("reason", String.class).orThrow();
    }

    @Test
    void a_picture_that_waited_on_a_phone_is_taken_once() {
        byte[] jpeg = TestPictures.halves(40, 30, "jpeg");
        String key = UUID.randomUUID().toString();
        assertEquals("refused.patrol.not-begun", photograph(key, "shed", office.now(), jpeg));
        assertEquals(List.of("ok"), send(act("BEGIN", "", "", "")));
        assertEquals("ok", photograph(key, "shed", office.now(), jpeg));
        assertEquals("ok", photograph(key, "shed", office.now(), jpeg));
        assertEquals(1, office.rounds.round(round).orElseThrow().photos().size());
        String other = UUID.randomUUID().toString();
        assertEquals("refused.patrol.no-such-point", photograph(other, "moon", office.now(), jpeg));
        assertEquals(
                "refused.patrol.old",
                photograph(other, "shed", office.now().minus(Duration.ofHours(25)), jpeg));
        assertEquals("refused.patrol.key", photograph("x", "shed", office.now(), jpeg));
        assertEquals(
                "refused.cases.picture-kind",
                photograph(other, "shed", office.now(), new byte[] {1, 2, 3}));
        assertEquals(1, office.rounds.round(round).orElseThrow().photos().size());
    }

    @Test
    void what_cannot_be_is_refused_with_a_reason() {
        Act act = act("BEGIN", "", "", "");
        assertEquals(
                List.of("ok", "refused.patrol.at-gate", "refused.patrol.code"),
                send(
                        act,
                        act("POINT", "east", office.code("house"), ""),
                        act("POINT", "shed", office.code("house"), "")));
        assertEquals(
                List.of("refused.patrol.reason", "refused.patrol.no-such-round"),
                send(act("END", "", "", ""), other(act, "x", office.now())));
        assertEquals(
                List.of("refused.patrol.future", "refused.patrol.old"),
                send(
                        other(act, round, office.now().plusSeconds(300)),
                        other(act, round, office.now().minus(Duration.ofHours(25)))));
    }

    private static Act other(Act like, String round, Instant at) {
        return new Act(UUID.randomUUID().toString(), at, like.kind(), round, "", "", false, "", "");
    }

    @Test
    void a_code_of_the_minute_is_worth_nothing_later() {
        String code = office.code("house");
        send(act("BEGIN", "", "", ""));
        office.tick(due.plusSeconds(600));
        assertEquals(List.of("refused.patrol.code"), send(act("POINT", "house", code, "")));
    }

    @Test
    void a_phone_sees_what_is_due_what_was_and_what_comes() {
        board.limit("老刘", Role.SUPERVISOR);
        JsonTree seen = mine();
        List<JsonTree> rounds = seen.field("rounds").orThrow().elements().orElseThrow();
        assertEquals(round, rounds.getFirst().field("id", String.class).orThrow());
        assertEquals("DUE", rounds.getFirst().field("state", String.class).orThrow());
        try (Visitor supervisor = Visitor.signedIn(board, "老刘")) {
            assertEquals(403, supervisor.get("/api/v1/rounds/mine").statusCode());
            assertEquals(403, supervisor.form("/api/v1/rounds/acts", Map.of()).statusCode());
        }
    }

    @Test
    void missed_places_reach_the_leader_once() {
        send(act("BEGIN", "", "", ""), act("END", "", "", "下雨"));
        office.tick(due.plusSeconds(30));
        assertEquals(List.of(), office.told);
        office.tick(due.plusSeconds(62));
        office.tick(due.plusSeconds(63));
        assertEquals(1, office.told.size());
        assertEquals("xinghua：巡逻“夜巡”有 3 处没有到。", office.told.getFirst().zh());
        office.tick(due.plus(Duration.ofHours(26)).plusSeconds(1));
        assertEquals("xinghua：巡逻“夜巡”没有人走。", office.told.getLast().zh());
    }

    @Test
    void what_was_tapped_while_the_hub_did_not_run_counts_when_it_runs_again() {
        send(act("BEGIN", "", "", ""));
        desk.log(board.compound.logged(1, Compound.denied(DenyReason.LOST), null, ""));
        tap(2, "h-1", due.plusSeconds(20));
        new GateWatch(desk, office.rounds).tick(due.plusSeconds(60));
        assertEquals(2, office.rounds.round(round).orElseThrow().missing().size());
        new GateWatch(desk, office.rounds).tick(due.plusSeconds(61));
        assertEquals(
                due.plusSeconds(20),
                Objects.requireNonNull(
                                office.rounds.round(round).orElseThrow().reached().get("east"))
                        .at());
    }
}
