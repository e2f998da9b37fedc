package org.menfang.sim.rest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.json.Parsed;

/// Talks to the REST face of a simulated gate on this machine.
public final class RestClient implements AutoCloseable {
    private static final Duration CONNECT_WAIT_MAX = Duration.ofSeconds(3);
    private static final Duration ANSWER_WAIT_MAX = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_WAIT_MAX).build();
    private final URI root;

    public RestClient(int port) {
        root = URI.create("http://127.0.0.1:" + port + "/v1/");
    }

    /// Finds the port that a simulated gate wrote into its data folder, or into `gate` below it.
    ///
    /// @throws IOException if there is none
    public static int portIn(Path dataFolder) throws IOException {
        for (Path folder : new Path[] {dataFolder, dataFolder.resolve("gate")}) {
            Path file = folder.resolve(RestFace.PORT_FILE);
            if (Files.isReadable(file)) {
                return port(file);
            }
        }
        throw new IOException("no simulated gate runs with the data folder " + dataFolder);
    }

    private static int port(Path file) throws IOException {
        String text = Files.readString(file).strip();
        if (!text.matches("\\d{1,5}")) {
            throw new IOException(file + " does not hold a port");
        }
        return Integer.parseInt(text);
    }

    /// @param ok whether it was carried out
    /// @param text JSON
    public record Answer(boolean ok, String text) {}

    public Answer look(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(root.resolve(path)).GET());
    }

    /// What people did after a deed that is known already.
    ///
    /// @throws IOException if the gate does not answer, or not in our words
    public List<DeedLog.DeedView> deedsAfter(long number) throws IOException, InterruptedException {
        byte[] text = look("deeds/" + number).text().getBytes(StandardCharsets.UTF_8);
        return switch (Json.parse(text, DeedLog.DeedViews.class)) {
            case Parsed.Read<DeedLog.DeedViews>(var views) -> views.deeds();
            case Parsed.Malformed<DeedLog.DeedViews>(String why) -> throw new IOException(why);
        };
    }

    public Answer act(String path, JsonTree body) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(root.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.write())));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(
                        request.timeout(ANSWER_WAIT_MAX).build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(response.statusCode() == Reply.OK, response.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
