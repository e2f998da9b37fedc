package org.menfang.hub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.hub.notify.Failure;
import org.menfang.hub.notify.Sent;
import org.menfang.hub.notify.Way;
import org.menfang.hub.notify.WayHealth;
import org.menfang.hub.notify.WayId;
import org.menfang.hub.notify.WayKind;
import org.menfang.hub.notify.WayTrace;
import org.menfang.hub.page.Language;
import org.menfang.hub.rights.Role;

/// The pages on which ways to be told are set up, as a technician and a volunteer use them.
@Timeout(120)
class WayPagesTest {
    static final String ROBOT =
            "https://oapi.dingtalk.com/robot/send?access_token=566cc69da782ec33";
    static final String KEY = "SEC240d7bb4c0bafc62";

    private final WaysRoom room = new WaysRoom();
    private final TestBoard board = room.board();
    private final Visitor technician = signedIn("孙师傅", Role.TECHNICIAN);
    private final Visitor volunteer = signedIn("王建国", Role.VOLUNTEER);

    private Visitor signedIn(String name, Role role) {
        board.limit(name, role);
        return Visitor.signedIn(board, name);
    }

    @AfterEach
    void close() {
        technician.close();
        volunteer.close();
        room.close();
    }

    @Test
    void a_robot_is_set_up_and_tried_and_its_secrets_are_shown_to_nobody() {
        assertTrue(technician.get("/ways/new?kind=DINGTALK").body().contains("加签"));
        HttpResponse<String> done = setUp(technician, "/ways", "DINGTALK", ROBOT);
        assertEquals(303, done.statusCode(), done.body());
        assertEquals(
                "/ways?said=said.notify.works", done.headers().firstValue("Location").orElse(""));
        String page = technician.get("/ways").body();
        assertTrue(page.contains("夜班群"), page);
        assertTrue(page.contains("可用"));
        assertFalse(page.contains("566cc69da782ec33"));
        assertFalse(page.contains(KEY));
    }

    @Test
    void a_robot_that_refuses_the_first_message_says_why_and_what_to_do() {
        room.answers(Sent.failed(Failure.WRONG_SECRET, "errcode 310000"));
        HttpResponse<String> done = setUp(technician, "/ways", "DINGTALK", ROBOT);
        assertEquals(422, done.statusCode());
        assertTrue(done.body().contains("密钥、关键词或令牌不对"), done.body());
        assertTrue(done.body().contains("errcode 310000"));
        assertTrue(done.body().contains("现在没有一种通知方式可用"));
    }

    @Test
    void a_wrong_address_is_explained_and_neither_kept_nor_shown() {
        HttpResponse<String> done =
                setUp(technician, "/ways", "WECOM", "https://evil.example/send?key=s3cr3t");
        assertEquals(422, done.statusCode());
        assertTrue(done.body().contains("这不是企业微信机器人的地址"));
        assertTrue(done.body().contains("夜班群"));
        assertFalse(done.body().contains("s3cr3t"));
        assertTrue(room.store.all().isEmpty());
    }

    @Test
    void a_way_is_paused_resumed_tried_and_removed() {
        setUp(technician, "/ways", "DINGTALK", ROBOT);
        assertSaid("paused", post(technician, "/ways/way-1/pause"));
        assertTrue(technician.get("/ways").body().contains("已暂停"));
        assertSaid("resumed", post(technician, "/ways/way-1/resume"));
        assertSaid("tried", post(technician, "/ways/way-1/try"));
        assertSaid("removed", post(technician, "/ways/way-1/remove"));
        assertTrue(technician.get("/ways").body().contains("还没有通知方式"));
        assertTrue(room.store.all().isEmpty());
        assertEquals(422, post(technician, "/ways/way-1/try").statusCode());
        assertEquals(404, post(technician, "/ways/Way_1/try").statusCode());
    }

    @Test
    void a_volunteer_has_own_ways_and_nothing_to_do_with_those_of_the_group() {
        setUp(technician, "/ways", "DINGTALK", ROBOT);
        assertEquals(403, volunteer.get("/ways").statusCode());
        assertEquals(403, post(volunteer, "/ways/way-1/pause").statusCode());
        assertEquals(422, post(volunteer, "/ways/mine/way-1/pause").statusCode());
        assertEquals(303, setUp(volunteer, "/ways/mine", "SMS", "13800000000").statusCode());
        String mine = volunteer.get("/ways/mine").body();
        assertTrue(mine.contains("夜班群"));
        assertFalse(mine.contains("13800000000"));
        assertFalse(mine.contains("kind=WECOM"));
        assertFalse(technician.get("/ways/mine").body().contains("夜班群"));
        assertEquals(422, setUp(volunteer, "/ways/mine", "WECOM", ROBOT).statusCode());
    }

    @Test
    void what_a_form_never_sends_is_refused() {
        assertEquals(404, technician.get("/ways/new?kind=PIGEON").statusCode());
        assertEquals(400, setUp(technician, "/ways", "PIGEON", ROBOT).statusCode());
        assertEquals(
                400,
                setUp(technician, "/ways", "NTFY", "https://x/" + "y".repeat(600)).statusCode());
    }

    /// A way of the group that failed just now, and worked ten minutes ago.
    static WayHealth health(WayHealth.State state) {
        Way way = new Way(new WayId("way-7"), WayKind.DINGTALK, "夜班群", null, Language.ZH, false);
        Instant now = Instant.now();
        return new WayHealth(
                way,
                state,
                new WayTrace(now.minusSeconds(600), now, Failure.WRONG_SECRET, "errcode 310000"),
                2,
                new WayHealth.Figures(5, 1, 0));
    }

    private static void assertSaid(String what, HttpResponse<String> reply) {
        assertEquals(
                "/ways?said=said.notify." + what,
                reply.headers().firstValue("Location").orElse(""));
    }

    private static HttpResponse<String> setUp(
            Visitor who, String base, String kind, String target) {
        return who.form(
                base + "/new",
                Map.of(
                        "csrf",
                        who.csrf(),
                        "kind",
                        kind,
                        "name",
                        "夜班群",
                        "language",
                        "ZH",
                        "target",
                        target,
                        "secret",
                        kind.equals("DINGTALK") ? KEY : ""));
    }

    private static HttpResponse<String> post(Visitor who, String path) {
        return who.form(path, Map.of("csrf", who.csrf()));
    }
}
