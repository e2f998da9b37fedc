package org.menfang.hub.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.accounts.Accounts;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.page.Problem;
import org.menfang.hub.web.view.Beside;
import org.menfang.hub.web.view.BoardView;
import org.menfang.hub.web.view.EventView;
import org.menfang.hub.web.view.GateNames;
import org.menfang.json.Json;

/// Tells pages of changes as they come, as server-sent events.
///
/// Messages: `board` (the whole board), `log` (the newest events, in place of all that the page
/// has), `events` (what came since), `tick` (the hub's clock, every few seconds, so that a page
/// knows at once when it hears nothing any longer). The id of a message is the number of the last
/// event told; a page that comes back with it as `Last-Event-ID` hears what it missed.
///
/// Each page is served by its own virtual thread. One that does not take what is written is dropped
/// by the server's idle timeout.
final class LiveStream implements AutoCloseable {
    static final Duration TICK = Duration.ofSeconds(5);

    private static final int NUMBER_DIGITS_MAX = 18;

    private record Tick(Instant now) {}

    private static final class EncodedBoard {
        final Board board;
        final Beside beside;
        final byte[] json;

        EncodedBoard(Board board, Beside beside) {
            this.board = board;
            this.beside = beside;
            this.json = Json.write(BoardView.of(board, beside));
        }
    }

    private final Desk desk;
    private final Accounts accounts;
    private final BoardServerOptions options;
    private final Answers answers;
    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
    private final Semaphore places;
    private final AtomicReference<@Nullable EncodedBoard> encoded = new AtomicReference<>();
    private final Desk.Subscription subscription;

    LiveStream(BoardServerOptions options, Answers answers) {
        this.desk = options.desk();
        this.accounts = options.accounts();
        this.options = options;
        this.answers = answers;
        this.places = new Semaphore(options.sseClientsMax());
        this.subscription = desk.subscribe(this::hear);
    }

    /// Serves one page until it goes away, signs out, or the hub stops.
    void serve(Context ctx) {
        String accepted = ctx.header("Accept");
        if (accepted == null || !accepted.contains("text/event-stream")) {
            answers.problem(ctx, Problem.NO_STREAM_ASKED);
        } else if (!during(client -> begin(ctx, client))) {
            answers.problem(ctx, Problem.TOO_MANY_PAGES);
        }
    }

    /// Lets something be done with a client that hears all news meanwhile.
    ///
    /// @return whether there was a place for one more; if not, nothing was done
    boolean during(Consumer<LiveClient> work) {
        if (!places.tryAcquire()) {
            return false;
        }
        LiveClient client = new LiveClient();
        clients.add(client);
        try {
            work.accept(client);
        } finally {
            clients.remove(client);
            places.release();
        }
        return true;
    }

    int clientCount() {
        return clients.size();
    }

    @Override
    public void close() {
        subscription.close();
        clients.forEach(LiveClient::close);
    }

    private void hear(Desk.News news) {
        switch (news) {
            case Desk.News.BoardChanged(Board board) ->
                    clients.forEach(client -> client.offer(board));
            case Desk.News.EventLogged(LoggedEvent event) ->
                    clients.forEach(client -> client.offer(event));
        }
    }

    private void begin(Context ctx, LiveClient client) {
        ctx.res().setContentType("text/event-stream; charset=utf-8");
        ctx.res().setHeader("Cache-Control", "no-store");
        ctx.res().setHeader("X-Accel-Buffering", "no");
        try {
            Telling telling = new Telling(ctx.res().getOutputStream());
            telling.tick();
            telling.board(desk.board());
            telling.catchUp(lastEventId(ctx));
            follow(telling, client, SignedIn.of(ctx).secret());
        } catch (IOException e) {
            // The page has gone away, or took nothing for too long. It will come back by itself.
            ctx.attribute("menfang.page-gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Telling telling, LiveClient client, String secret)
            throws IOException, InterruptedException {
        while (true) {
            LiveClient.News news = client.take(TICK);
            if (news.closed() || accounts.find(secret).isEmpty()) {
                return;
            }
            if (news.board() != null) {
                telling.board(news.board());
            } else if (telling.isOldBeside()) {
                telling.board(desk.board());
            }
            if (news.behind()) {
                telling.log();
            } else {
                telling.events(news.events());
            }
            telling.tick();
        }
    }

    /// The number of the last event that the page knows; 0 if it knows none.
    private static long lastEventId(Context ctx) {
        String header = Objects.requireNonNullElse(ctx.header("Last-Event-ID"), "");
        return header.matches("[0-9]+") && header.length() <= NUMBER_DIGITS_MAX
                ? Long.parseLong(header)
                : 0;
    }

    private byte[] encode(Board board, Beside beside) {
        EncodedBoard before = encoded.get();
        if (before != null && before.board.equals(board) && before.beside.equals(beside)) {
            return before.json;
        }
        EncodedBoard fresh = new EncodedBoard(board, beside);
        encoded.set(fresh);
        return fresh.json;
    }

    /// What is being told to one page.
    private final class Telling {
        private final OutputStream out;
        private long last;
        private Beside beside = Beside.NOTHING;

        Telling(OutputStream out) {
            this.out = out;
        }

        void tick() throws IOException {
            send("tick", Json.write(new Tick(options.clock().instant())));
        }

        void board(Board board) throws IOException {
            beside = options.beside();
            send("board", encode(board, beside));
        }

        /// Whether ways or backups have done something since the page was told of them.
        boolean isOldBeside() {
            return !beside.equals(options.beside());
        }

        void log() throws IOException {
            tell("log", MissedEvents.newest(desk).newestFirst());
        }

        void catchUp(long known) throws IOException {
            MissedEvents missed = MissedEvents.since(desk, known);
            if (missed.inPlaceOfAll()) {
                tell("log", missed.newestFirst());
            } else {
                last = known;
                events(missed.newestFirst().reversed());
            }
        }

        /// @param events in the order in which they were stored; some may be told already
        void events(List<LoggedEvent> events) throws IOException {
            List<LoggedEvent> untold =
                    events.stream().filter(event -> event.number() > last).toList();
            if (!untold.isEmpty()) {
                tell("events", untold.reversed());
            }
        }

        private void tell(String kind, List<LoggedEvent> newestFirst) throws IOException {
            if (!newestFirst.isEmpty()) {
                last = newestFirst.getFirst().number();
            }
            GateNames names = new GateNames(desk.board());
            send(
                    kind,
                    Json.write(
                            newestFirst.stream()
                                    .map(event -> EventView.of(event, names))
                                    .toList()));
        }

        private void send(String kind, byte[] json) throws IOException {
            out.write(
                    ("id: " + last + "\nevent: " + kind + "\ndata: ")
                            .getBytes(StandardCharsets.UTF_8));
            out.write(json);
            out.write("\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
