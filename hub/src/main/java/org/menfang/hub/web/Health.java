package org.menfang.hub.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Answers whoever asks whether the hub lives and does its work. Only the machine itself hears more
/// than yes and no.
final class Health {
    private final Supplier<List<Readiness>> parts;

    Health(Supplier<List<Readiness>> parts) {
        this.parts = parts;
    }

    void alive(Context ctx) {
        ctx.contentType("text/plain").result("alive\n");
    }

    void ready(Context ctx) {
        List<Readiness> all = parts.get();
        boolean ready = all.stream().allMatch(Readiness::ready);
        String detail =
                Guard.isLoopback(ctx)
                        ? all.stream().map(Health::line).collect(Collectors.joining())
                        : "";
        ctx.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType("text/plain")
                .result((ready ? "ready\n" : "not ready\n") + detail);
    }

    private static String line(Readiness part) {
        return part.name()
                + ": "
                + (part.ready() ? "ready" : "not ready")
                + " "
                + part.detail()
                + "\n";
    }
}
