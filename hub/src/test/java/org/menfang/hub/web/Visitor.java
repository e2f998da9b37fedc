package org.menfang.hub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;

/// A program that visits the board's server and keeps its cookies.
final class Visitor implements AutoCloseable {
    static final ApiDescription DESCRIPTION = new ApiDescription();

    private final TestBoard board;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();
    private String csrf = "";

    Visitor(TestBoard board) {
        this.board = board;
    }

    static Visitor signedIn(TestBoard board, String name) {
        Visitor visitor = new Visitor(board);
        HttpResponse<String> entered = visitor.form("/sign-in", Map.of("code", board.code(name)));
        assertEquals(303, entered.statusCode(), entered.body());
        visitor.csrf =
                visitor.api("get /session", "/session").field("csrf", String.class).orThrow();
        return visitor;
    }

    String csrf() {
        return csrf;
    }

    String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(board.address(path)));
        if (!cookies.isEmpty()) {
            builder.header("Cookie", cookieHeader());
        }
        return builder;
    }

    /// What lies behind an address, as it is.
    byte[] bytes(String path) {
        try {
            return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    HttpResponse<String> form(String path, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    /// Asks the API and checks the answer against its description.
    JsonTree api(String operation, String path) {
        return checked(operation, get("/api/v1" + path));
    }

    /// Changes something by the API without waiting for the answer.
    CompletableFuture<HttpResponse<String>> post(String path, String body) {
        return client.sendAsync(
                request("/api/v1" + path)
                        .header("Content-Type", "application/json")
                        .header("X-Menfang-Csrf", csrf)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    JsonTree checked(String operation, HttpResponse<String> response) {
        JsonTree body = Json.parse(response.body().getBytes(StandardCharsets.UTF_8)).orThrow();
        String contentType = response.headers().firstValue("Content-Type").orElse("");
        List<String> faults =
                DESCRIPTION.faults(operation, response.statusCode(), contentType, body);
        assertEquals(List.of(), faults, response.body());
        return body;
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            keepCookies(response);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpClient client() {
        return client;
    }

    private void keepCookies(HttpResponse<String> response) {
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", -1)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
