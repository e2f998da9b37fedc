package org.menfang.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.book.Book;
import org.menfang.hub.ingest.StreamPosition;
import org.menfang.hub.keep.Held;
import org.menfang.hub.keep.KeepEntry;
import org.menfang.hub.keep.Keeping;
import org.menfang.hub.keep.Purge;
import org.menfang.hub.keep.Retention;
import org.menfang.hub.testing.GateJournal;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.json.ReceivedEvent;

/// The purge on the real file: what goes, what stays, and what proves it.
@Timeout(120)
class PurgeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int OLD = 1_700;
    private static final int EVENTS = 2_000;

    private Instant heldFrom = Instant.MAX;
    @TempDir private Path folder;

    private final GateJournal journal = new GateJournal(GateJournal.NORTH);
    private final Keeping keeping = new Keeping();
    private final Set<Sha256> kept = new HashSet<>();
    private final List<Sha256> deleted = new ArrayList<>();
    private Database database;
    private SqliteHubStore store;
    private Book book;

    @BeforeEach
    void open() {
        database =
                assertInstanceOf(
                                Database.Opening.Opened.class,
                                Database.open(folder.resolve("hub.db")))
                        .database();
        store = new SqliteHubStore(database);
        book = Book.open(new SqliteBook(database), InstantSource.fixed(NOW), List.of(keeping));
        journal.fill(EventStream.EVENTS, EVENTS);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void store(EventStream stream, int oldDays, int oldUpTo, long firstNumber) {
        store(stream, oldDays, oldUpTo, firstNumber, List.of());
    }

    /// Stores a whole stream; events up to one were heard long ago.
    private void store(
            EventStream stream,
            int oldDays,
            int oldUpTo,
            long firstNumber,
            List<TakenPicture> pictures) {
        List<StoredEvent> events =
                LongStream.rangeClosed(1, journal.last(stream))
                        .mapToObj(seq ->
                                new StoredEvent(
                                        firstNumber + seq,
                                        journal.name(),
                                        new EventPosition(stream, seq),
                                        NOW.minus(Duration.ofDays(seq <= oldUpTo ? oldDays : 1)),
                                        journal.hash(stream, seq),
                                        journal.text(stream, seq)))
                        .toList();
        assertInstanceOf(
                HubStore.CommitOutcome.Committed.class,
                store.commit(
                        new HubChanges(
                                List.of(journal.name()),
                                events,
                                List.of(),
                                pictures,
                                List.of(),
                                List.of())));
    }

    private final Held held =
            new Held() {
                @Override
                public Set<Sha256> pictures() {
                    return kept;
                }

                @Override
                public Instant eventsFrom(GateIdentity gate) {
                    return heldFrom;
                }
            };

    private Purge purge() {
        return new Purge(
                book,
                keeping,
                new SqliteShelf(database),
                Retention.DEFAULT,
                ZONE,
                held,
                deleted::add);
    }

    private void night() {
        Purge purge = purge();
        for (int tick = 0; tick < 60; tick++) {
            purge.tick(NOW.plusSeconds(tick));
        }
    }

    private Optional<StoredEvent> find(EventStream stream, long seq) {
        return store.find(journal.name(), new EventPosition(stream, seq));
    }

    private KeepEntry.Purged proof(EventStream stream) {
        return keeping.lastPurge(journal.name(), stream).orElseThrow();
    }

    @Test
    void what_an_open_incident_is_made_from_stays_until_it_is_closed() {
        store(EventStream.EVENTS, 91, OLD, 0);
        heldFrom = NOW.minus(Duration.ofDays(92));
        night();
        assertTrue(find(EventStream.EVENTS, 1).isPresent());
        heldFrom = Instant.MAX;
        night();
        assertTrue(find(EventStream.EVENTS, 1).isEmpty());
    }

    @Test
    void what_is_too_old_goes_and_the_rest_stays() {
        store(EventStream.EVENTS, 91, OLD, 0);
        night();
        assertEquals(Optional.empty(), find(EventStream.EVENTS, OLD));
        assertTrue(find(EventStream.EVENTS, OLD + 1).isPresent());
        assertTrue(find(EventStream.EVENTS, EVENTS).isPresent());
    }

    @Test
    void the_proof_names_the_first_the_last_and_a_digest_of_all() {
        store(EventStream.EVENTS, 91, OLD, 0);
        night();
        KeepEntry.Purged proof = proof(EventStream.EVENTS);
        assertEquals(1, proof.fromSeq());
        assertEquals(OLD, proof.toSeq());
        assertEquals(OLD, proof.count());
        assertEquals(journal.hash(EventStream.EVENTS, 1), proof.first());
        assertEquals(journal.hash(EventStream.EVENTS, OLD), proof.last());
        assertEquals(
                Purge.digest(
                        LongStream.rangeClosed(1, OLD)
                                .mapToObj(seq -> journal.hash(EventStream.EVENTS, seq))
                                .toList()),
                proof.digest());
    }

    @Test
    void the_chain_goes_on_from_the_proof() {
        store(EventStream.EVENTS, 91, OLD, 0);
        night();
        Sha256 previous = proof(EventStream.EVENTS).last();
        for (long seq = OLD + 1; seq <= EVENTS; seq++) {
            ReceivedEvent event =
                    GateJournal.read(find(EventStream.EVENTS, seq).orElseThrow().text());
            assertEquals(previous, event.previous());
            previous = event.hash();
        }
    }

    @Test
    void a_hub_that_starts_after_a_purge_knows_where_each_stream_ends() {
        store(EventStream.EVENTS, 400, EVENTS, 0);
        night();
        assertEquals(EVENTS - 1, proof(EventStream.EVENTS).toSeq());
        HubMemory memory = store.load();
        assertEquals(
                new StreamPosition(EVENTS, journal.hash(EventStream.EVENTS, EVENTS)),
                memory.positions().getOrDefault(journal.name(), Map.of()).get(EventStream.EVENTS));
        assertEquals(EVENTS, memory.lastNumber());
    }

    @Test
    void a_second_night_purges_nothing_that_is_not_older() {
        store(EventStream.EVENTS, 91, OLD, 0);
        night();
        long line = book.head().seq();
        night();
        assertEquals(line, book.head().seq());
    }

    @Test
    void a_hub_that_died_between_proof_and_removal_goes_on_there() {
        store(EventStream.EVENTS, 91, OLD, 0);
        Purge dying = purge();
        for (int tick = 0;
                keeping.lastPurge(journal.name(), EventStream.EVENTS).isEmpty();
                tick++) {
            dying.tick(NOW.plusSeconds(tick));
        }
        assertTrue(find(EventStream.EVENTS, OLD).isPresent());
        long line = book.head().seq();
        night();
        assertEquals(Optional.empty(), find(EventStream.EVENTS, OLD));
        assertEquals(line, book.head().seq());
    }

    @Test
    void alarms_stay_twice_as_long() {
        journal.fill(EventStream.ALARMS, 10);
        store(EventStream.EVENTS, 100, OLD, 0);
        store(EventStream.ALARMS, 100, 5, 10_000);
        night();
        assertTrue(find(EventStream.ALARMS, 1).isPresent());
        assertEquals(Optional.empty(), find(EventStream.EVENTS, 1));
    }

    @Test
    void pictures_go_with_what_they_show_and_stay_for_an_alarm_or_an_open_incident() {
        journal.append(
                EventStream.ALARMS,
                new EventBody.AlarmRaised(
                        new AlarmId(1),
                        AlarmKind.FORCED_OPEN,
                        AlarmSource.of(new DoorId("north-door")),
                        "",
                        new PictureId(7)));
        Sha256 passage = Sha256.of("passage");
        Sha256 incident = Sha256.of("incident");
        Sha256 alarm = Sha256.of("alarm");
        kept.add(incident);
        store(EventStream.ALARMS, 100, 1, 10_000);
        store(
                EventStream.EVENTS,
                100,
                OLD,
                0,
                List.of(
                        new TakenPicture(journal.name(), new PictureId(5), passage),
                        new TakenPicture(journal.name(), new PictureId(6), incident),
                        new TakenPicture(journal.name(), new PictureId(7), alarm)));
        night();
        assertEquals(List.of(passage), deleted);
        assertTrue(store.pictureOf(journal.name(), new PictureId(6)).isPresent());
        assertTrue(store.pictureOf(journal.name(), new PictureId(7)).isPresent());
        assertEquals(Optional.empty(), store.pictureOf(journal.name(), new PictureId(5)));
    }
}
