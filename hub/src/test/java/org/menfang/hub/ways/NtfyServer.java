package org.menfang.hub.ways;

import com.sun.net.httpserver.HttpExchange;
import java.util.Objects;
import org.menfang.json.JsonTree;

/// A server of ntfy with one topic that wants a token, and little patience.
final class NtfyServer extends PretendServer {
    static final String TOPIC = "menfang-xinghua-7Qe2";
    static final String TOKEN = "tk_agqdq7mvbolddn";

    @Override
    Said answer(HttpExchange exchange, String body) {
        JsonTree message = json(body);
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        if (!text(message, "topic").equals(TOPIC) || !Objects.equals(token, "Bearer " + TOKEN)) {
            return new Said(403, "{\"code\":40301,\"http\":403,\"error\":\"forbidden\"}");
        } else if (taken.size() >= 3) {
            exchange.getResponseHeaders().add("Retry-After", "5");
            return new Said(
                    429,
                    "{\"code\":42901,\"http\":429,\"error\":\"limit reached: too many requests\"}");
        }
        taken.add(message);
        return new Said(
                200,
                "{\"id\":\"sPs71M8A2T\",\"time\":1763770000,\"event\":\"message\",\"topic\":\""
                        + TOPIC
                        + "\"}");
    }
}
