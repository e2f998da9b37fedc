package org.menfang.hub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.hub.notify.WayHealth;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;

@Timeout(120)
class StreamTest {
    private final TestBoard board = new TestBoard(2);
    private final Visitor visitor = Visitor.signedIn(board, "王建国");
    private final List<AutoCloseable> opened = new ArrayList<>();

    private record Message(String id, String kind, JsonTree data) {}

    private static final class Listening implements AutoCloseable {
        private final BufferedReader lines;

        Listening(InputStream stream) {
            lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }

        /// The next message of a kind; everything is checked against the description on the way.
        Message next(String kind) throws IOException {
            while (true) {
                Message message = next();
                String schema =
                        switch (message.kind()) {
                            case "board" -> "Board";
                            case "log", "events" -> "Events";
                            default -> "Tick";
                        };
                assertEquals(List.of(), Visitor.DESCRIPTION.faultsOf(schema, message.data()));
                if (message.kind().equals(kind)) {
                    return message;
                }
            }
        }

        private Message next() throws IOException {
            String id = field("id: ");
            String kind = field("event: ");
            byte[] data = field("data: ").getBytes(StandardCharsets.UTF_8);
            assertEquals("", lines.readLine());
            return new Message(id, kind, Json.parse(data).orThrow());
        }

        private String field(String name) throws IOException {
            String line = lines.readLine();
            assertTrue(line != null && line.startsWith(name), "not " + name + ": " + line);
            return line.substring(name.length());
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @AfterEach
    void close() throws Exception {
        board.close();
        for (AutoCloseable stream : opened) {
            stream.close();
        }
        visitor.close();
    }

    @Test
    void a_new_page_hears_the_board_and_the_log_at_once() throws Exception {
        board.desk.showGates(board.compound.east());
        log(1, 3);
        Listening page = listen("");
        assertEquals(1L, page.next("board").data().field("version", Long.class).orThrow());
        Message log = page.next("log");
        assertEquals(List.of(3L, 2L, 1L), numbers(log));
        assertEquals("3", log.id());
    }

    @Test
    void changes_come_as_they_happen() throws Exception {
        Listening page = listen("");
        page.next("log");
        board.desk.showAlarms(board.compound.forced(7, null));
        Message changed = page.next("board");
        assertEquals(1, changed.data().field("alarms").orThrow().elements().orElseThrow().size());
        log(1, 1);
        assertEquals(List.of(1L), numbers(page.next("events")));
    }

    @Test
    void a_page_that_comes_back_hears_only_what_it_missed() throws Exception {
        log(1, 5);
        assertEquals(List.of(5L, 4L), numbers(listen("3").next("events")));
    }

    @Test
    void a_page_that_missed_too_much_gets_a_fresh_list() throws Exception {
        log(1, 300);
        assertEquals(MissedEvents.LOG_EVENTS, numbers(listen("3").next("log")).size());
    }

    @Test
    void how_the_ways_of_the_group_do_comes_as_it_changes() throws Exception {
        Listening page = listen("");
        page.next("log");
        board.ways = () -> List.of(WayPagesTest.health(WayHealth.State.FAILS));
        List<JsonTree> ways =
                page.next("board").data().field("ways").orThrow().elements().orElseThrow();
        assertEquals("FAILS", ways.getFirst().field("state", String.class).orThrow());
        assertEquals("夜班群", ways.getFirst().field("name", String.class).orThrow());
    }

    @Test
    void a_quiet_board_still_says_that_it_is_there() throws Exception {
        Listening page = listen("");
        page.next("tick");
        page.next("tick");
    }

    @Test
    void a_burst_of_events_reaches_the_page_as_a_fresh_list() throws Exception {
        Listening page = listen("");
        page.next("log");
        int burst = 20 * LiveClient.EVENTS_WAITING_MAX;
        log(1, burst);
        long last = 0;
        while (last < burst) {
            Message told = page.next();
            if (told.kind().equals("log") || told.kind().equals("events")) {
                assertTrue(numbers(told).size() <= LiveClient.EVENTS_WAITING_MAX);
                last = Long.parseLong(told.id());
            }
        }
    }

    @Test
    void one_page_too_many_is_told_so() throws Exception {
        listen("").next("board");
        listen("").next("board");
        HttpResponse<String> refused =
                visitor.send(
                        visitor.request("/api/v1/stream")
                                .header("Accept", "text/event-stream")
                                .GET()
                                .build());
        assertEquals(503, refused.statusCode());
        visitor.checked("get /stream", refused);
    }

    @Test
    void who_does_not_ask_for_a_stream_gets_none() {
        HttpResponse<String> refused = visitor.get("/api/v1/stream");
        assertEquals(406, refused.statusCode());
        visitor.checked("get /stream", refused);
    }

    @Test
    void the_stream_ends_when_its_person_signs_out() throws Exception {
        Listening page = listen("");
        page.next("log");
        visitor.form("/sign-out", Map.of("csrf", visitor.csrf()));
        String line = page.lines.readLine();
        while (line != null) {
            line = page.lines.readLine();
        }
        assertNull(line);
    }

    @Test
    void the_server_stops_at_once_though_pages_listen() throws Exception {
        Listening page = listen("");
        page.next("log");
        board.stop();
        assertFalse(board.alarms.desk.hasListeners());
    }

    private Listening listen(String lastEventId) throws IOException, InterruptedException {
        var request = visitor.request("/api/v1/stream").header("Accept", "text/event-stream").GET();
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response =
                visitor.client().send(request.build(), BodyHandlers.ofInputStream());
        assertEquals(200, response.statusCode());
        Listening listening = new Listening(response.body());
        opened.add(listening);
        return listening;
    }

    private void log(long from, long to) {
        for (long number = from; number <= to; number++) {
            board.desk.log(board.compound.logged(number, Compound.granted(), "陈秀英", "东门"));
        }
    }

    private static List<Long> numbers(Message message) {
        return message.data().elements().orElseThrow().stream()
                .map(event -> event.field("number", Long.class).orThrow())
                .toList();
    }
}
