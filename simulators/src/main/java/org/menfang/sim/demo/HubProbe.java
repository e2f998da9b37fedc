package org.menfang.sim.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Asks the hub whether it is ready.
public final class HubProbe {
    private static final Duration ANSWER_WAIT_MAX = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final HttpRequest request;

    public HubProbe(int port) {
        request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                        .timeout(ANSWER_WAIT_MAX)
                        .build();
    }

    public boolean isReady() throws InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_WAIT_MAX).build()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }
}
