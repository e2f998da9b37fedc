package org.menfang.hub.web;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Counts what the server answers, by route and status. Routes are a fixed set, so that a stranger
/// cannot make the numbers grow without bound.
final class HttpFigures {
    private static final String BEGUN = "menfang.begun";
    private static final double NANOS_PER_SECOND = 1e9;

    private record Key(String method, String route, int status) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return toString().compareTo(other.toString());
        }

        Map<String, String> labels() {
            return Map.of("method", method, "route", route, "status", Integer.toString(status));
        }
    }

    private static final class Counted {
        final LongAdder requests = new LongAdder();
        final LongAdder nanos = new LongAdder();
    }

    private final Map<Key, Counted> counted = new ConcurrentHashMap<>();
    private final LiveStream stream;

    HttpFigures(LiveStream stream) {
        this.stream = stream;
    }

    void begin(Context ctx) {
        ctx.attribute(BEGUN, System.nanoTime());
    }

    void end(Context ctx) {
        @Nullable Endpoint endpoint = ctx.endpoints().matchedHttpEndpoint();
        String route = endpoint == null ? "none" : endpoint.path;
        // Only methods that have routes are told apart: a stranger may invent any other.
        String method = endpoint == null ? "any" : endpoint.method.name();
        Counted here =
                counted.computeIfAbsent(
                        new Key(method, route, ctx.statusCode()), key -> new Counted());
        here.requests.increment();
        @Nullable Long begun = ctx.attribute(BEGUN);
        if (begun != null) {
            here.nanos.add(System.nanoTime() - begun);
        }
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        figures.add(
                new Figure(
                        "menfang_http_stream_clients",
                        "Pages that hear changes now.",
                        false,
                        Map.of(),
                        stream.clientCount()));
        counted.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> add(figures, entry.getKey(), entry.getValue()));
        return figures;
    }

    private static void add(List<Figure> figures, Key key, Counted here) {
        figures.add(
                new Figure(
                        "menfang_http_requests",
                        "Requests that were answered.",
                        true,
                        key.labels(),
                        here.requests.sum()));
        figures.add(
                new Figure(
                        "menfang_http_request_seconds",
                        "Time that requests took, added up.",
                        true,
                        key.labels(),
                        here.nanos.sum() / NANOS_PER_SECOND));
    }
}
