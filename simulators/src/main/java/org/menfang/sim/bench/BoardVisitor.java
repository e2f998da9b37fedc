package org.menfang.sim.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.json.Parsed;

/// A program that is signed in to the hub's board and uses its API.
final class BoardVisitor implements AutoCloseable {
    private static final Duration ANSWER_WAIT_MAX = Duration.ofSeconds(40);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI root;
    private final String csrf;

    /// @param link with which one signs in once
    BoardVisitor(String link) throws IOException, InterruptedException {
        URI uri = URI.create(link);
        root = uri.resolve("/");
        String code = uri.getQuery().substring("code=".length());
        String body = "code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
        http.send(
                HttpRequest.newBuilder(root.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(ANSWER_WAIT_MAX)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());
        csrf = text(get("session"), "csrf");
    }

    /// One open alarm, as far as it matters here.
    ///
    /// @param source the device, by its id
    record Alarm(
            String compound,
            String gate,
            long id,
            String kind,
            String source,
            boolean answered,
            boolean mayReset) {
        /// As the board's page names it.
        String key() {
            return compound + "/" + gate + "/gate/" + id;
        }

        String path() {
            return "alarms/" + compound + "/" + gate + "/" + id;
        }
    }

    /// All alarms that are open now.
    List<Alarm> alarms() throws IOException, InterruptedException {
        return read(get("board").field("alarms")).elements().orElse(List.of()).stream()
                .map(BoardVisitor::alarm)
                .toList();
    }

    /// Opens a page that hears every change.
    ListeningPage listen() throws IOException, InterruptedException {
        return ListeningPage.open(http, root);
    }

    /// The hub's number of the newest event; 0 for none.
    long newestEvent() throws IOException, InterruptedException {
        List<JsonTree> newest = get("events?count=1").elements().orElse(List.of());
        return newest.isEmpty() ? 0 : read(newest.getFirst().field("number", Long.class));
    }

    /// @return whether the gate did it
    boolean acknowledge(Alarm alarm) throws IOException, InterruptedException {
        return post(alarm.path() + "/acknowledge");
    }

    /// @return whether the gate did it
    boolean reset(Alarm alarm) throws IOException, InterruptedException {
        return post(alarm.path() + "/reset");
    }

    private static Alarm alarm(JsonTree tree) {
        return new Alarm(
                tree.field("compound", String.class).orThrow(),
                tree.field("gate", String.class).orThrow(),
                tree.field("id", Long.class).orThrow(),
                tree.field("kind", String.class).orThrow(),
                tree.field("source").orThrow().field("id", String.class).orThrow(),
                tree.field("answered", Boolean.class).orThrow(),
                tree.field("mayReset", Boolean.class).orThrow());
    }

    private JsonTree get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != OK) {
            throw new IOException("the hub answers " + response.statusCode() + " to " + path);
        }
        return read(Json.parse(response.body()));
    }

    private boolean post(String path) throws IOException, InterruptedException {
        HttpRequest request =
                request(path)
                        .header("X-Menfang-Csrf", csrf)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.noBody())
                        .build();
        return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve("/api/v1/" + path)).timeout(ANSWER_WAIT_MAX);
    }

    private static String text(JsonTree tree, String field) throws IOException {
        return read(tree.field(field, String.class));
    }

    private static <T> T read(Parsed<T> parsed) throws IOException {
        return switch (parsed) {
            case Parsed.Read<T>(T value) -> value;
            case Parsed.Malformed<T>(String why) -> throw new IOException(why);
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
