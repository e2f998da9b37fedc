package org.menfang.hub.ways;

import com.sun.net.httpserver.HttpExchange;
import org.menfang.json.JsonTree;

/// A server of Bark that knows one phone.
final class BarkServer extends PretendServer {
    static final String DEVICE_KEY = "ynJ5Ft4atkMkWeo2PAvFhF";

    @Override
    Said answer(HttpExchange exchange, String body) {
        JsonTree message = json(body);
        if (!exchange.getRequestURI().getPath().equals("/push")) {
            return new Said(404, "{\"code\":404,\"message\":\"Cannot POST\"}");
        } else if (!text(message, "device_key").equals(DEVICE_KEY)) {
            return new Said(400, "{\"code\":400,\"message\":\"failed to get device token\"}");
        }
        taken.add(message);
        return new Said(200, "{\"code\":200,\"message\":\"success\",\"timestamp\":1763770000}");
    }
}
