package org.menfang.hub.ways;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import org.menfang.json.JsonTree;

/// The robot of a WeCom group: 20 messages and no more, always status 200.
final class WeComServer extends PretendServer {
    static final String KEY = "693a91f6-7000-4bc4-97a0-0ec2f1faaaaa";

    String beginning() {
        return address("/cgi-bin/webhook/send?key=");
    }

    @Override
    Said answer(HttpExchange exchange, String body) {
        if (!exchange.getRequestURI().toString().equals("/cgi-bin/webhook/send?key=" + KEY)) {
            return new Said(
                    200, "{\"errcode\":93000,\"errmsg\":\"invalid webhook url, hint: [17]\"}");
        }
        JsonTree message = json(body);
        String content = text(message, "text", "content");
        if (!text(message, "msgtype").equals("text")
                || content.isEmpty()
                || content.getBytes(StandardCharsets.UTF_8).length > 2048) {
            return new Said(200, "{\"errcode\":40008,\"errmsg\":\"invalid message type\"}");
        } else if (taken.size() >= 20) {
            return new Said(200, "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}");
        }
        taken.add(message);
        return new Said(200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
    }
}
