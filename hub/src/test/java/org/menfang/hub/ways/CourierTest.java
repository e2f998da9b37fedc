package org.menfang.hub.ways;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.notify.Failure;
import org.menfang.hub.notify.Message;
import org.menfang.hub.notify.Notice.Urgency;
import org.menfang.hub.notify.Sent;
import org.menfang.hub.notify.Way;
import org.menfang.hub.notify.WayAddress;
import org.menfang.hub.notify.WayId;
import org.menfang.hub.notify.WayKind;
import org.menfang.hub.page.Language;
import org.menfang.hub.ways.PretendServer.Mood;
import org.menfang.hub.ways.PretendServer.Said;
import org.menfang.json.JsonTree;

@Timeout(60)
class CourierTest {
    private static final String TEXT = "东大门：有人强行开门 <&'\"> 14:05";
    private static final String LINK = "https://hub.example/";
    private static final Duration ANSWER_MAX = Duration.ofMillis(1_500);

    private Instant now = Instant.now();
    private final WeComServer weCom = new WeComServer();
    private final DingTalkServer dingTalk = new DingTalkServer(Instant::now);
    private final FeishuServer feishu = new FeishuServer(Instant::now);
    private final BarkServer bark = new BarkServer();
    private final NtfyServer ntfy = new NtfyServer();
    private final HookServer hook = new HookServer();
    private final Courier courier =
            new Courier(
                    Places.of(
                            Map.of(
                                    WayKind.WECOM, weCom.beginning(),
                                    WayKind.DINGTALK, dingTalk.beginning(),
                                    WayKind.FEISHU, feishu.beginning(),
                                    WayKind.WEB_HOOK, hook.address("/"))),
                    new Courier.Heading("兴华小区", LINK),
                    new Modem(List.of("/nowhere/gammu-smsd-inject"), ANSWER_MAX),
                    () -> now,
                    ANSWER_MAX);

    @AfterEach
    void close() {
        courier.close();
        List.of(weCom, dingTalk, feishu, bark, ntfy, hook).forEach(PretendServer::close);
    }

    @Test
    void a_robot_of_we_com_says_it_to_its_group_and_calls_everybody_to_an_alarm() {
        assertDelivered(send(WayKind.WECOM, Urgency.ALARM));
        assertDelivered(send(WayKind.WECOM, Urgency.NEWS));
        JsonTree alarm = weCom.taken.getFirst().field("text").orThrow();
        assertEquals(
                "【门房·兴华小区】东大门：有人强行开门 ＜&'\"＞ 14:05\n" + LINK, PretendServer.text(alarm, "content"));
        assertEquals("[\"@all\"]", alarm.field("mentioned_list").orThrow().toString());
        assertEquals(
                "[]",
                weCom.taken
                        .getLast()
                        .field("text")
                        .orThrow()
                        .field("mentioned_list")
                        .orThrow()
                        .toString());
    }

    @Test
    void a_robot_of_we_com_that_has_enough_is_left_alone_for_a_minute() {
        for (int i = 0; i < 20; i++) {
            assertDelivered(send(WayKind.WECOM, Urgency.NEWS));
        }
        assertEquals(
                new Sent.Failed(Failure.THROTTLED, "errcode 45009", Duration.ofMinutes(1)),
                send(WayKind.WECOM, Urgency.NEWS));
    }

    @Test
    void a_robot_that_was_removed_is_unknown_although_the_status_is_200() {
        Sent sent =
                send(
                        WayKind.WECOM,
                        new WayAddress(weCom.beginning() + "gone", "", ""),
                        Urgency.ALARM);
        assertEquals(Sent.failed(Failure.UNKNOWN_ADDRESS, "errcode 93000"), sent);
    }

    @Test
    void a_robot_of_ding_talk_takes_what_is_signed() {
        assertDelivered(send(WayKind.DINGTALK, Urgency.ALARM));
        JsonTree alarm = dingTalk.taken.getFirst();
        assertTrue(PretendServer.text(alarm, "text", "content").contains("<&'\">"));
        assertTrue(alarm.field("at").orThrow().field("isAtAll", Boolean.class).orThrow());
    }

    @Test
    void a_robot_of_ding_talk_refuses_a_wrong_secret_and_a_wrong_clock() {
        WayAddress wrong =
                new WayAddress(dingTalk.beginning() + DingTalkServer.TOKEN, "SECwrong", "");
        Sent refused = Sent.failed(Failure.WRONG_SECRET, "errcode 310000");
        assertEquals(refused, send(WayKind.DINGTALK, wrong, Urgency.NEWS));
        now = now.minus(Duration.ofHours(2));
        assertEquals(refused, send(WayKind.DINGTALK, Urgency.NEWS));
    }

    @Test
    void a_robot_of_ding_talk_that_has_enough_is_left_alone_for_ten_minutes() {
        for (int i = 0; i < 20; i++) {
            assertDelivered(send(WayKind.DINGTALK, Urgency.NEWS));
        }
        assertEquals(
                new Sent.Failed(Failure.THROTTLED, "errcode 130101", Duration.ofMinutes(10)),
                send(WayKind.DINGTALK, Urgency.NEWS));
    }

    @Test
    void a_robot_of_feishu_takes_what_is_signed_and_nothing_else() {
        assertDelivered(send(WayKind.FEISHU, Urgency.ALARM));
        WayAddress unsigned = new WayAddress(feishu.beginning() + FeishuServer.HOOK, "", "");
        assertEquals(
                Sent.failed(Failure.WRONG_SECRET, "code 19021"),
                send(WayKind.FEISHU, unsigned, Urgency.ALARM));
    }

    @Test
    void a_robot_of_feishu_that_has_enough_is_left_alone() {
        for (int i = 0; i < 5; i++) {
            assertDelivered(send(WayKind.FEISHU, Urgency.NEWS));
        }
        assertEquals(
                new Sent.Failed(Failure.THROTTLED, "code 11232", Duration.ofMinutes(1)),
                send(WayKind.FEISHU, Urgency.NEWS));
    }

    @Test
    void bark_breaks_through_silence_for_alarms_only() {
        assertDelivered(send(WayKind.BARK, Urgency.ALARM));
        assertDelivered(send(WayKind.BARK, Urgency.CALL));
        assertDelivered(send(WayKind.BARK, Urgency.NEWS));
        assertEquals(
                List.of("critical", "timeSensitive", "active"),
                bark.taken.stream().map(each -> PretendServer.text(each, "level")).toList());
        JsonTree alarm = bark.taken.getFirst();
        assertEquals(TEXT, PretendServer.text(alarm, "body"));
        assertEquals("门房·兴华小区", PretendServer.text(alarm, "title"));
        assertEquals(LINK, PretendServer.text(alarm, "url"));
    }

    @Test
    void a_phone_that_bark_does_not_know_is_a_failure() {
        WayAddress wrong = new WayAddress(bark.address("/other"), "", "");
        assertEquals(
                Sent.failed(Failure.MALFORMED, "status 400"),
                send(WayKind.BARK, wrong, Urgency.ALARM));
    }

    @Test
    void ntfy_gets_a_token_and_a_priority() {
        assertDelivered(send(WayKind.NTFY, Urgency.ALARM));
        JsonTree alarm = ntfy.taken.getFirst();
        assertEquals(5L, alarm.field("priority", Long.class).orThrow());
        assertEquals(TEXT, PretendServer.text(alarm, "message"));
        WayAddress noToken = new WayAddress(ntfy.address("/" + NtfyServer.TOPIC), "", "");
        assertEquals(
                Sent.failed(Failure.WRONG_SECRET, "status 403"),
                send(WayKind.NTFY, noToken, Urgency.ALARM));
    }

    @Test
    void ntfy_says_how_long_it_wants_to_be_left_alone() {
        for (int i = 0; i < 3; i++) {
            assertDelivered(send(WayKind.NTFY, Urgency.NEWS));
        }
        assertEquals(
                new Sent.Failed(Failure.THROTTLED, "status 429", Duration.ofSeconds(5)),
                send(WayKind.NTFY, Urgency.NEWS));
    }

    @Test
    void a_web_hook_without_a_template_gets_plain_fields() {
        assertDelivered(send(WayKind.WEB_HOOK, Urgency.ALARM));
        String[] body = hook.bodies.getFirst().split("\\|", 2);
        assertEquals("application/json; charset=utf-8", body[0]);
        assertEquals(TEXT, PretendServer.text(PretendServer.json(body[1]), "text"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200 | {"errcode":40001}      | REFUSED | errcode 40001
                    200 | {"code":1001}          | REFUSED | code 1001
                    200 | {"success":false}      | REFUSED | ''
                    200 | {"ok":false}           | REFUSED | ''
                    500 | oh                     | SERVER_FAILED | status 500
                    404 | no                     | UNKNOWN_ADDRESS | status 404
                    302 | no                     | REFUSED | status 302
                    """)
    void a_web_hook_that_answers_with_an_error_has_failed(
            int status, String body, Failure why, String detail) {
        hook.next = new Said(status, body);
        assertEquals(Sent.failed(why, detail), send(WayKind.WEB_HOOK, Urgency.ALARM));
    }

    @ParameterizedTest
    @CsvSource({"200, ok", "204, ''", "200, '{\"code\":0}'", "201, '{\"code\":200,\"ok\":true}'"})
    void a_web_hook_that_answers_well_has_taken_it(int status, String body) {
        hook.next = new Said(status, body);
        assertDelivered(send(WayKind.WEB_HOOK, Urgency.ALARM));
    }

    @ParameterizedTest
    @CsvSource({
        "SILENT, NO_ANSWER, ''",
        "DRIPPING, NO_ANSWER, ''",
        "BROKEN, SERVER_FAILED, status 503",
        "CUTTING, NO_ANSWER, ''",
        "REDIRECTING, REFUSED, status 307",
        "FLOODING, NO_ANSWER, ''",
        "FOREIGN, STRANGE_ANSWER, status 200"
    })
    void a_server_that_behaves_badly_is_a_failure_in_bounded_time(
            Mood mood, Failure why, String detail) {
        Sent failed = Sent.failed(why, detail);
        for (PretendServer server : List.of(weCom, dingTalk, feishu, bark, ntfy)) {
            server.moods.add(mood);
        }
        assertEquals(failed, send(WayKind.WECOM, Urgency.ALARM));
        assertEquals(failed, send(WayKind.DINGTALK, Urgency.ALARM));
        assertEquals(failed, send(WayKind.FEISHU, Urgency.ALARM));
        assertEquals(failed, send(WayKind.BARK, Urgency.ALARM));
        assertEquals(failed, send(WayKind.NTFY, Urgency.ALARM));
        assertEquals(1, weCom.requests.size());
    }

    @Test
    void a_server_that_is_not_there_is_unreachable() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        WayAddress nobody = new WayAddress("http://127.0.0.1:" + free + "/topic", "", "");
        assertEquals(
                Sent.failed(Failure.UNREACHABLE, ""), send(WayKind.NTFY, nobody, Urgency.ALARM));
        WayAddress noName = new WayAddress("https://no-such-host.invalid/topic", "", "");
        assertEquals(
                Sent.failed(Failure.UNREACHABLE, ""), send(WayKind.NTFY, noName, Urgency.ALARM));
    }

    @Test
    void nothing_is_sent_to_an_address_that_the_rule_does_not_allow() {
        WayAddress elsewhere = new WayAddress(hook.address("/"), "", "");
        assertEquals(
                Sent.failed(Failure.NO_ADDRESS, ""), send(WayKind.WECOM, elsewhere, Urgency.ALARM));
        assertEquals(List.of(), hook.requests);
    }

    @Test
    void a_message_holds_the_text_the_compound_and_the_link_and_nothing_else() {
        send(WayKind.WEB_HOOK, Urgency.ALARM);
        JsonTree sent = PretendServer.json(hook.bodies.getFirst().split("\\|", 2)[1]);
        assertEquals(List.of("title", "text", "link", "urgency"), sent.fieldNames());
        assertFalse(hook.bodies.getFirst().contains("alarm/xinghua"));
    }

    private static void assertDelivered(Sent sent) {
        assertEquals(new Sent.Delivered(), sent);
    }

    private Sent send(WayKind kind, Urgency urgency) {
        WayAddress address =
                switch (kind) {
                    case WECOM -> new WayAddress(weCom.beginning() + WeComServer.KEY, "", "");
                    case DINGTALK ->
                            new WayAddress(
                                    dingTalk.beginning() + DingTalkServer.TOKEN,
                                    DingTalkServer.SECRET,
                                    "");
                    case FEISHU ->
                            new WayAddress(
                                    feishu.beginning() + FeishuServer.HOOK,
                                    FeishuServer.SECRET,
                                    "");
                    case BARK -> new WayAddress(bark.address("/" + BarkServer.DEVICE_KEY), "", "");
                    case NTFY ->
                            new WayAddress(
                                    ntfy.address("/" + NtfyServer.TOPIC), NtfyServer.TOKEN, "");
                    case WEB_HOOK -> new WayAddress(hook.address("/"), "", "");
                    case SMS -> new WayAddress("13800000000", "", "");
                };
        return send(kind, address, urgency);
    }

    private Sent send(WayKind kind, WayAddress address, Urgency urgency) {
        Way way = new Way(new WayId("way-1"), kind, "值班群", null, Language.ZH, false);
        Message message =
                new Message(
                        1,
                        way.id(),
                        "alarm/xinghua/east/7",
                        urgency,
                        TEXT,
                        now,
                        now.plusSeconds(60),
                        0,
                        now);
        return courier.send(way, address, message);
    }
}
