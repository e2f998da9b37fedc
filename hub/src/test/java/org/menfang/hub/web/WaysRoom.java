package org.menfang.hub.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.notify.Dispatcher;
import org.menfang.hub.notify.InMemoryOutbox;
import org.menfang.hub.notify.Outbox;
import org.menfang.hub.notify.Sent;
import org.menfang.hub.notify.WayBook;
import org.menfang.hub.notify.WayId;
import org.menfang.hub.notify.WayPages;
import org.menfang.hub.notify.Ways;
import org.menfang.hub.ways.Places;

/// A board with the pages of the ways to be told, whose messages go nowhere. The ways are called
/// `way-1`, `way-2` and on.
final class WaysRoom implements AutoCloseable {
    final InMemoryOutbox store = new InMemoryOutbox();
    private final LinkedBlockingQueue<Sent> next = new LinkedBlockingQueue<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Dispatcher dispatcher;
    private final TestBoard board;

    WaysRoom() {
        Ways chapter = new Ways();
        InstantSource clock = InstantSource.system();
        Book book = Book.open(new InMemoryBookStore(), clock, List.of(chapter));
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        Outbox outbox =
                Outbox.open(
                        new Outbox.Parts(
                                store, store, (_, _, _) -> sent(), executor, clock, () -> 1));
        WayBook ways =
                new WayBook(
                        new WayBook.Parts(
                                book,
                                chapter,
                                outbox,
                                store,
                                store,
                                Places.ofMakers(),
                                () -> new WayId("way-" + ids.incrementAndGet())));
        dispatcher = Dispatcher.start(outbox, ways::recordLost, clock, executor);
        board = new TestBoard(4, new WayPages(ways));
        board.ways = outbox::health;
    }

    private Sent sent() {
        return Optional.ofNullable(next.poll()).orElse(new Sent.Delivered());
    }

    TestBoard board() {
        return board;
    }

    /// What becomes of the next message; all others arrive.
    void answers(Sent sent) {
        next.add(sent);
    }

    @Override
    public void close() {
        board.close();
        dispatcher.close();
    }
}
