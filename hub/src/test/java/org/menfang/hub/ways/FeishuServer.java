package org.menfang.hub.ways;

import com.sun.net.httpserver.HttpExchange;
import java.time.Duration;
import java.time.InstantSource;
import org.menfang.json.JsonTree;

/// The robot of a Feishu group that wants signatures not older than an hour, and a word in the
/// text.
final class FeishuServer extends PretendServer {
    static final String HOOK = "f1900000-0000-4000-8000-000000000000";
    static final String SECRET = "zs0Tzs0Tzs0T";

    private final InstantSource clock;

    FeishuServer(InstantSource clock) {
        this.clock = clock;
    }

    String beginning() {
        return address("/open-apis/bot/v2/hook/");
    }

    @Override
    Said answer(HttpExchange exchange, String body) {
        if (!exchange.getRequestURI().toString().equals("/open-apis/bot/v2/hook/" + HOOK)) {
            return new Said(400, "{\"code\":19001,\"msg\":\"param invalid: incoming webhook\"}");
        }
        JsonTree message = json(body);
        if (!isSigned(message)) {
            return new Said(200, "{\"code\":19021,\"data\":{},\"msg\":\"sign match fail\"}");
        } else if (!text(message, "msg_type").equals("text")) {
            return new Said(200, "{\"code\":9499,\"msg\":\"Bad Request\",\"data\":{}}");
        } else if (!text(message, "content", "text").contains("门房")) {
            return new Said(200, "{\"code\":19024,\"msg\":\"Key Words Not Found\"}");
        } else if (taken.size() >= 5) {
            return new Said(200, "{\"code\":11232,\"msg\":\"frequency limited\"}");
        }
        taken.add(message);
        return new Said(
                200,
                "{\"Extra\":null,\"StatusCode\":0,\"StatusMessage\":\"success\",\"code\":0,"
                        + "\"data\":{},\"msg\":\"success\"}");
    }

    private boolean isSigned(JsonTree message) {
        String timestamp = text(message, "timestamp");
        if (timestamp.isEmpty()) {
            return false;
        }
        long age = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
        return age < Duration.ofHours(1).toSeconds()
                && GroupRobot.hmac(timestamp + "\n" + SECRET, "").equals(text(message, "sign"));
    }
}
