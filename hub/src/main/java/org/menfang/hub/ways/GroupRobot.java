package org.menfang.hub.ways;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.notify.Failure;
import org.menfang.hub.notify.Notice.Urgency;
import org.menfang.hub.notify.Sent;
import org.menfang.hub.notify.WayAddress;
import org.menfang.json.Json;

/// The robots of the groups of three services. They differ in how a request is signed and in what
/// their numbers mean.
///
/// An alarm calls everybody in a group by name where the service lets a robot do so.
final class GroupRobot {
    static final Map<String, String> JSON_HEADERS =
            Map.of("Content-Type", "application/json; charset=utf-8");

    private static final String HMAC = "HmacSHA256";

    private final WebPost web;

    GroupRobot(WebPost web) {
        this.web = web;
    }

    private record WeComText(String content, List<String> mentioned_list) {}

    private record WeComBody(String msgtype, WeComText text) {}

    private record DingTalkText(String content) {}

    private record DingTalkAt(boolean isAtAll) {}

    private record DingTalkBody(String msgtype, DingTalkText text, DingTalkAt at) {}

    private record FeishuText(String text) {}

    private record FeishuBody(
            @Nullable String timestamp,
            @Nullable String sign,
            String msg_type,
            FeishuText content) {}

    /// `developer.work.weixin.qq.com/document/path/91770`: text up to 2048 bytes, 20 messages a
    /// minute; `errcode` 0 is a success.
    Sent weCom(WayAddress address, Outgoing message) {
        List<String> called = message.urgency() == Urgency.ALARM ? List.of("@all") : List.of();
        WeComBody body = new WeComBody("text", new WeComText(harmless(message.whole()), called));
        return JsonAnswer.ofRobot(
                web.post(URI.create(address.target()), JSON_HEADERS, Json.write(body)),
                "errcode",
                new Codes(
                        Map.of(45009L, Failure.THROTTLED, 93000L, Failure.UNKNOWN_ADDRESS),
                        Map.of(45009L, Duration.ofMinutes(1))));
    }

    /// `open.dingtalk.com/document/robots/custom-robot-access`: with a secret, the request carries
    /// the time in milliseconds and Base64(HMAC-SHA256(secret, time + "\n" + secret)); more than 20
    /// messages a minute close the robot for 10 minutes.
    Sent dingTalk(WayAddress address, Outgoing message, Instant now) {
        DingTalkBody body =
                new DingTalkBody(
                        "text",
                        new DingTalkText(message.whole()),
                        new DingTalkAt(message.urgency() == Urgency.ALARM));
        return JsonAnswer.ofRobot(
                web.post(signedDingTalk(address, now), JSON_HEADERS, Json.write(body)),
                "errcode",
                new Codes(
                        // 310000 is the answer to a wrong signature, a missing word and a
                        // foreign address alike.
                        Map.of(130101L, Failure.THROTTLED, 310000L, Failure.WRONG_SECRET),
                        Map.of(130101L, Duration.ofMinutes(10))));
    }

    private static URI signedDingTalk(WayAddress address, Instant now) {
        if (address.secret().isEmpty()) {
            return URI.create(address.target());
        }
        long time = now.toEpochMilli();
        String sign = hmac(address.secret(), time + "\n" + address.secret());
        return URI.create(
                address.target()
                        + "&timestamp="
                        + time
                        + "&sign="
                        + java.net.URLEncoder.encode(sign, StandardCharsets.UTF_8));
    }

    /// `open.feishu.cn/document/client-docs/bot-v3/add-custom-bot`: with a secret, the body carries
    /// the time in seconds and Base64(HMAC-SHA256(time + "\n" + secret, nothing)); `code` 0 is a
    /// success.
    Sent feishu(WayAddress address, Outgoing message, Instant now) {
        String secret = address.secret();
        String time = secret.isEmpty() ? null : Long.toString(now.getEpochSecond());
        FeishuBody body =
                new FeishuBody(
                        time,
                        time == null ? null : hmac(time + "\n" + secret, ""),
                        "text",
                        new FeishuText(harmless(message.whole())));
        return JsonAnswer.ofRobot(
                web.post(URI.create(address.target()), JSON_HEADERS, Json.write(body)),
                "code",
                new Codes(
                        Map.of(
                                9499L, Failure.MALFORMED,
                                11232L, Failure.THROTTLED,
                                19021L, Failure.WRONG_SECRET,
                                19022L, Failure.WRONG_PLACE,
                                19024L, Failure.WRONG_WORDS),
                        Map.of(11232L, Duration.ofMinutes(1))));
    }

    /// What the numbers of one service mean.
    private record Codes(Map<Long, Failure> failures, Map<Long, Duration> pauses)
            implements JsonAnswer.Codes {
        @Override
        public @Nullable Failure failure(long code) {
            return failures.get(code);
        }

        @Override
        public @Nullable Duration pause(long code) {
            return pauses.get(code);
        }
    }

    /// In a text, these services take `<…>` as a call to somebody.
    private static String harmless(String text) {
        return text.replace('<', '＜').replace('>', '＞');
    }

    static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java knows " + HMAC, e);
        }
    }
}
