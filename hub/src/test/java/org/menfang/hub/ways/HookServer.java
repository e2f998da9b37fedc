package org.menfang.hub.ways;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Any service, which answers what a test wants.
final class HookServer extends PretendServer {
    final List<String> bodies = new CopyOnWriteArrayList<>();
    volatile Said next = new Said(204, "");

    @Override
    Said answer(HttpExchange exchange, String body) {
        bodies.add(exchange.getRequestHeaders().getFirst("Content-Type") + "|" + body);
        return next;
    }
}
