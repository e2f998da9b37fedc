package org.menfang.hub.ways;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.menfang.json.JsonTree;

/// The robot of a DingTalk group that wants signatures not older than an hour.
final class DingTalkServer extends PretendServer {
    static final String TOKEN = "566cc69da782ec33";
    static final String SECRET = "SEC240d7bb4c0bafc62";

    private final InstantSource clock;

    DingTalkServer(InstantSource clock) {
        this.clock = clock;
    }

    String beginning() {
        return address("/robot/send?access_token=");
    }

    @Override
    Said answer(HttpExchange exchange, String body) {
        Map<String, String> query =
                Arrays.stream(exchange.getRequestURI().getRawQuery().split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        pair -> pair[0],
                                        pair ->
                                                URLDecoder.decode(
                                                        pair[1], StandardCharsets.UTF_8)));
        if (!TOKEN.equals(query.get("access_token"))) {
            return new Said(200, "{\"errcode\":300005,\"errmsg\":\"token is not exist\"}");
        } else if (!isSigned(query)) {
            return new Said(200, "{\"errcode\":310000,\"errmsg\":\"sign not match\"}");
        } else if (taken.size() >= 20) {
            return new Said(
                    200,
                    "{\"status\":1111,\"wait\":5,\"errcode\":130101,"
                            + "\"errmsg\":\"send too fast, exceed 20 times per minute\"}");
        }
        JsonTree message = json(body);
        if (!text(message, "msgtype").equals("text")) {
            return new Said(200, "{\"errcode\":40035,\"errmsg\":\"not a valid message\"}");
        }
        taken.add(message);
        return new Said(200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
    }

    private boolean isSigned(Map<String, String> query) {
        String timestamp = query.getOrDefault("timestamp", "0");
        long age = Math.abs(clock.millis() - Long.parseLong(timestamp));
        return age < Duration.ofHours(1).toMillis()
                && GroupRobot.hmac(SECRET, timestamp + "\n" + SECRET).equals(query.get("sign"));
    }
}
