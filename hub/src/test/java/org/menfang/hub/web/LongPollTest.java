package org.menfang.hub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.json.JsonTree;

@Timeout(120)
class LongPollTest {
    private static final long ANSWER_SECONDS_MAX = 60;

    private final TestBoard board = new TestBoard(2);
    private final Visitor visitor = Visitor.signedIn(board, "王建国");

    @AfterEach
    void close() {
        board.close();
        visitor.close();
    }

    @Test
    void a_page_that_has_nothing_gets_everything_at_once() {
        board.desk.showGates(board.compound.east());
        log(1, 3);
        JsonTree changes = ask("");
        assertEquals(1L, changes.field("board").orThrow().field("version", Long.class).orThrow());
        assertEquals(List.of(3L, 2L, 1L), numbers(changes));
        assertTrue(changes.field("inPlaceOfAll", Boolean.class).orThrow());
        assertEquals(3L, changes.field("last", Long.class).orThrow());
    }

    @Test
    void a_page_that_has_all_waits_for_the_next_change() throws Exception {
        board.desk.showGates(board.compound.east());
        log(1, 3);
        CompletableFuture<HttpResponse<String>> waiting = begin("?after=1&event=3");
        awaitClients(1);
        assertFalse(waiting.isDone());
        log(4, 4);
        JsonTree changes = answered(waiting);
        assertEquals(List.of(4L), numbers(changes));
        assertFalse(changes.field("inPlaceOfAll", Boolean.class).orThrow());
        assertFalse(changes.fieldNames().contains("board"));
    }

    @Test
    void a_changed_board_comes_at_once() throws Exception {
        board.desk.showGates(board.compound.east());
        log(1, 1);
        CompletableFuture<HttpResponse<String>> waiting = begin("?after=1&event=1");
        awaitClients(1);
        board.desk.showAlarms(board.compound.forced(7, null));
        assertEquals(
                2L,
                answered(waiting).field("board").orThrow().field("version", Long.class).orThrow());
    }

    @Test
    void a_board_that_is_told_again_comes_though_its_version_is_known() throws Exception {
        board.desk.showGates(board.compound.east());
        log(1, 1);
        CompletableFuture<HttpResponse<String>> waiting = begin("?after=1&event=1");
        awaitClients(1);
        while (!waiting.isDone()) {
            board.desk.showAgain();
        }
        assertTrue(answered(waiting).fieldNames().contains("board"));
    }

    @Test
    void a_page_that_missed_too_much_gets_a_fresh_list() {
        log(1, 300);
        JsonTree changes = ask("?event=3");
        assertEquals(MissedEvents.LOG_EVENTS, numbers(changes).size());
        assertTrue(changes.field("inPlaceOfAll", Boolean.class).orThrow());
    }

    @Test
    void an_event_whose_picture_has_come_is_told_again() throws Exception {
        board.desk.showGates(board.compound.east());
        log(1, 3);
        CompletableFuture<HttpResponse<String>> waiting = begin("?after=1&event=3");
        awaitClients(1);
        board.desk.log(board.compound.logged(2, Compound.granted(), "陈秀英", "东门"));
        JsonTree changes = answered(waiting);
        assertEquals(List.of(2L), numbers(changes));
        assertEquals(3L, changes.field("last", Long.class).orThrow());
    }

    @Test
    void nobody_waits_for_longer_than_proxies_do() {
        board.desk.showGates(board.compound.east());
        log(1, 1);
        JsonTree changes = ask("?after=1&event=1");
        assertEquals(List.of(), numbers(changes));
        assertEquals(1L, changes.field("last", Long.class).orThrow());
    }

    @Test
    void one_page_too_many_is_told_so() throws Exception {
        board.desk.showGates(board.compound.east());
        log(1, 1);
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        waiting.add(begin("?after=1&event=1"));
        waiting.add(begin("?after=1&event=1"));
        awaitClients(2);
        HttpResponse<String> refused = visitor.get("/api/v1/changes");
        assertEquals(503, refused.statusCode());
        visitor.checked("get /changes", refused);
        log(2, 2);
        for (CompletableFuture<HttpResponse<String>> each : waiting) {
            assertEquals(List.of(2L), numbers(answered(each)));
        }
    }

    @Test
    void what_is_no_number_is_refused() {
        HttpResponse<String> refused = visitor.get("/api/v1/changes?after=x");
        assertEquals(400, refused.statusCode());
        visitor.checked("get /changes", refused);
    }

    private JsonTree ask(String query) {
        return visitor.api("get /changes", "/changes" + query);
    }

    private CompletableFuture<HttpResponse<String>> begin(String query) {
        return visitor.client()
                .sendAsync(
                        visitor.request("/api/v1/changes" + query).GET().build(),
                        BodyHandlers.ofString());
    }

    private JsonTree answered(CompletableFuture<HttpResponse<String>> waiting) throws Exception {
        return visitor.checked("get /changes", waiting.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS));
    }

    /// Until so many pages hear news.
    private void awaitClients(int count) {
        while (!visitor.get("/metrics").body().contains("menfang_http_stream_clients " + count)) {
            Thread.onSpinWait();
        }
    }

    private void log(long from, long to) {
        for (long number = from; number <= to; number++) {
            board.desk.log(board.compound.logged(number, Compound.granted(), "陈秀英", "东门"));
        }
    }

    private static List<Long> numbers(JsonTree changes) {
        return changes.field("events").orThrow().elements().orElseThrow().stream()
                .map(event -> event.field("number", Long.class).orThrow())
                .toList();
    }
}
