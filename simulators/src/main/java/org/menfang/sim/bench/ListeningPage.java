package org.menfang.sim.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/// One page that is open on the board's stream of changes, without a browser around it.
final class ListeningPage implements AutoCloseable {
    private static final int OK = 200;

    /// From an hour on there is no difference.
    private static final long MILLIS_MAX = 3_600_000;

    private static final Pattern EVENT =
            Pattern.compile("\"number\":(\\d+),[^{]*?\"time\":\"([^\"]+)\"");

    private final Histogram millis = new Histogram(MILLIS_MAX, 3);
    private final Stream<String> lines;
    private final Thread thread;
    private volatile Instant from = Instant.MAX;
    private long lastNumber;

    private ListeningPage(Stream<String> lines) {
        this.lines = lines;
        thread = Thread.ofVirtual().start(this::listen);
    }

    /// @param http a client that is signed in
    static ListeningPage open(HttpClient http, URI root) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response =
                http.send(
                        HttpRequest.newBuilder(root.resolve("/api/v1/stream"))
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofLines());
        if (response.statusCode() != OK) {
            throw new IOException("the board answers " + response.statusCode() + " to a page");
        }
        return new ListeningPage(response.body());
    }

    /// From now on what happens counts.
    void begin() {
        from = Instant.now();
    }

    private void listen() {
        String kind = "";
        try {
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                String line = each.next();
                if (line.startsWith("event: ")) {
                    kind = line.substring("event: ".length());
                } else if (line.startsWith("data: ") && !kind.equals("board")) {
                    hear(line);
                }
            }
        } catch (UncheckedIOException e) {
            // The page was closed, or the hub ended: what it heard until then counts.
            return;
        }
    }

    private void hear(String line) {
        Instant now = Instant.now();
        long newest = lastNumber;
        for (Matcher event = EVENT.matcher(line); event.find(); ) {
            long number = Long.parseLong(event.group(1));
            Instant time = Instant.parse(event.group(2));
            if (number > lastNumber && time.isAfter(from)) {
                long age = Math.clamp(now.toEpochMilli() - time.toEpochMilli(), 0, MILLIS_MAX);
                synchronized (millis) {
                    millis.recordValue(age);
                }
            }
            newest = Math.max(newest, number);
        }
        lastNumber = newest;
    }

    /// Adds what this page has heard, in milliseconds from the event to the page.
    void addTo(Histogram all) {
        synchronized (millis) {
            all.add(millis);
        }
    }

    @Override
    public void close() {
        lines.close();
        thread.interrupt();
    }
}
