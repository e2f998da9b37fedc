package org.menfang.hub.app;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.menfang.hub.app.HubConfig.Telling;
import org.menfang.hub.book.Book;
import org.menfang.hub.notify.Dispatcher;
import org.menfang.hub.notify.Outbox;
import org.menfang.hub.notify.OutboxStore;
import org.menfang.hub.notify.Teller;
import org.menfang.hub.notify.WayAddresses;
import org.menfang.hub.notify.WayBook;
import org.menfang.hub.notify.WayHealth;
import org.menfang.hub.notify.WayId;
import org.menfang.hub.notify.WayPages;
import org.menfang.hub.notify.Ways;
import org.menfang.hub.notify.WeeklyTest;
import org.menfang.hub.office.Timed;
import org.menfang.hub.page.Section;
import org.menfang.hub.store.Database;
import org.menfang.hub.store.SqliteOutbox;
import org.menfang.hub.ways.Courier;
import org.menfang.hub.ways.Modem;
import org.menfang.hub.ways.Places;

/// The ways to tell people, put together.
final class WaysWiring {
    private static final Duration MODEM_MAX = Duration.ofMinutes(1);
    private static final int ID_BYTES = 5;

    /// What the ways stand on.
    ///
    /// @param delivery what brings a message out of the house
    record Outside(OutboxStore store, WayAddresses addresses, Courier delivery, Places places)
            implements AutoCloseable {
        static Outside of(Database database, Telling telling, InstantSource clock) {
            SqliteOutbox store = new SqliteOutbox(database);
            Places places = Places.ofMakers();
            return new Outside(
                    store,
                    store,
                    new Courier(
                            places,
                            new Courier.Heading(telling.compoundName(), telling.link()),
                            new Modem(List.of(telling.smsProgram()), MODEM_MAX),
                            clock),
                    places);
        }

        @Override
        public void close() {
            delivery.close();
        }
    }

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Outbox outbox;
    private final WayBook ways;
    private final WeeklyTest weeklyTest;
    private final InstantSource clock;

    WaysWiring(Book book, Ways chapter, Outside outside, InstantSource clock, ZoneId zone) {
        SecureRandom random = new SecureRandom();
        this.clock = clock;
        this.outbox =
                Outbox.open(
                        new Outbox.Parts(
                                outside.store(),
                                outside.addresses(),
                                outside.delivery(),
                                executor,
                                clock,
                                random::nextDouble));
        this.ways =
                new WayBook(
                        new WayBook.Parts(
                                book,
                                chapter,
                                outbox,
                                outside.store(),
                                outside.addresses(),
                                outside.places(),
                                () -> freshId(random)));
        this.weeklyTest = new WeeklyTest(book, chapter, outbox, zone);
    }

    private static WayId freshId(SecureRandom random) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return new WayId("way-" + HexFormat.of().formatHex(bytes));
    }

    /// Through which everybody is told.
    Teller teller() {
        return outbox;
    }

    /// Begins to send; until it is closed.
    Dispatcher start() {
        return Dispatcher.start(outbox, ways::recordLost, clock, executor);
    }

    /// How each way does.
    List<WayHealth> health() {
        return outbox.health();
    }

    List<Section> sections() {
        return List.of(new WayPages(ways));
    }

    List<Timed> timed() {
        return List.of(weeklyTest);
    }
}
