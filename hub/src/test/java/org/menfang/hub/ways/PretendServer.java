package org.menfang.hub.ways;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;

/// A server that answers as one of a maker does, or as badly as a test says.
abstract class PretendServer implements AutoCloseable {
    /// How the next request is answered.
    enum Mood {
        /// Never, before the server stops.
        SILENT,
        /// With a few bytes, and then nothing more.
        DRIPPING,
        /// With the status 503 and a page for people.
        BROKEN,
        /// By cutting the connection.
        CUTTING,
        /// By sending the request elsewhere.
        REDIRECTING,
        /// With more than anybody wants to read.
        FLOODING,
        /// With a page of somebody else, as a hotel's network does.
        FOREIGN
    }

    /// An answer.
    record Said(int status, String body) {}

    final List<JsonTree> taken = new CopyOnWriteArrayList<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final ConcurrentLinkedDeque<Mood> moods = new ConcurrentLinkedDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    PretendServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /// Answers a request in the manner of the maker.
    abstract Said answer(HttpExchange exchange, String body);

    /// What a form of JSON says under a name; empty where it says nothing.
    static String text(JsonTree tree, String... names) {
        JsonTree at = tree;
        for (String name : names) {
            if (!at.fieldNames().contains(name)) {
                return "";
            }
            at = at.field(name).orThrow();
        }
        return at.as(String.class).orThrow();
    }

    static JsonTree json(String body) {
        return Json.parse(body.getBytes(StandardCharsets.UTF_8)).orThrow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body;
        try (InputStream in = exchange.getRequestBody()) {
            body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        Mood mood = moods.poll();
        if (mood == null) {
            Said said = answer(exchange, body);
            say(exchange, said.status(), said.body());
        } else {
            behave(exchange, mood);
        }
    }

    private void behave(HttpExchange exchange, Mood mood) throws IOException {
        switch (mood) {
            case SILENT -> await();
            case DRIPPING -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                await();
            }
            case BROKEN -> say(exchange, 503, "<html>503</html>");
            case CUTTING -> exchange.close();
            case REDIRECTING -> {
                exchange.getResponseHeaders().add("Location", address("/elsewhere"));
                say(exchange, 307, "");
            }
            case FLOODING -> say(exchange, 200, "{\"x\":\"" + "y".repeat(1 << 20) + "\"}");
            case FOREIGN -> say(exchange, 200, "<html>Please sign in</html>");
        }
    }

    private void await() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        server.stop(0);
        executor.shutdownNow();
    }
}
