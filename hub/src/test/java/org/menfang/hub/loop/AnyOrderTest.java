package org.menfang.hub.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.menfang.hub.store.Database;
import org.menfang.hub.store.HubStore;
import org.menfang.hub.store.InMemoryHubStore;
import org.menfang.hub.store.SqliteHubStore;
import org.menfang.hub.store.StoredEvent;
import org.menfang.hub.testing.GateJournal;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateIdentity;

/// A network that doubles, reorders and loses, a hub that is killed between storing and answering,
/// and a store that fails now and then: in the end every event is there once, in order.
class AnyOrderTest {
    private static final int EVENTS = 700;
    private static final int ALARMS = 60;
    private static final int BATCH_MAX = 40;
    private static final int WINDOW = 100;
    private static final int ROUNDS_MAX = 2_000;
    private static final GateIdentity SOUTH =
            new GateIdentity(GateJournal.NORTH.compound(), new GateId("south"));

    @TempDir Path folder;

    private final List<GateJournal> gates =
            List.of(new GateJournal(GateJournal.NORTH), new GateJournal(SOUTH));

    private record Message(GateJournal gate, EventStream stream, long from, long to) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void every_event_is_stored_once_and_in_order_in_memory(long seed) {
        InMemoryHubStore store = new InMemoryHubStore();
        exchange(store, new Random(seed));
        check(store);
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104})
    void every_event_is_stored_once_and_in_order_in_sqlite(long seed) {
        try (Database database = open("hub.db")) {
            HubStore store = new SqliteHubStore(database);
            exchange(store, new Random(seed));
            check(store);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {201, 202})
    void a_hub_restored_from_an_older_copy_gets_again_what_it_lost(long seed) throws IOException {
        Random random = new Random(seed);
        try (Database database = open("hub.db")) {
            LoopBench bench = new LoopBench(new SqliteHubStore(database));
            fill();
            deliver(bench, EventStream.EVENTS, 1, 300);
            deliver(bench, EventStream.ALARMS, 1, 50);
        }
        Files.copy(folder.resolve("hub.db"), folder.resolve("copy.db"));
        try (Database database = open("hub.db")) {
            LoopBench bench = new LoopBench(new SqliteHubStore(database));
            deliver(bench, EventStream.EVENTS, 301, 600);
            assertEquals(600, bench.wire.told(GateJournal.NORTH, EventStream.EVENTS));
        }
        try (Database database = open("copy.db")) {
            HubStore store = new SqliteHubStore(database);
            LoopBench bench = new LoopBench(store);
            bench.linkUp();
            assertEquals(300, bench.wire.told(GateJournal.NORTH, EventStream.EVENTS));
            exchange(store, random);
            check(store);
        }
    }

    private void deliver(LoopBench bench, EventStream stream, long from, long to) {
        for (GateJournal gate : gates) {
            for (long seq = from; seq <= to; seq += BATCH_MAX) {
                bench.offer(gate, stream, seq, Math.min(to, seq + BATCH_MAX - 1));
            }
        }
        bench.turn();
    }

    private void exchange(HubStore store, Random random) {
        fill();
        FailingStore failing = new FailingStore(store);
        LoopBench bench = new LoopBench(failing);
        bench.linkUp();
        for (int round = 0; round < ROUNDS_MAX && !isComplete(bench); round++) {
            if (random.nextInt(25) == 0) {
                // Killed: what was stored and not yet answered is answered by the next one.
                bench = new LoopBench(failing);
                bench.linkUp();
            }
            failing.fail(random.nextInt(10) == 0);
            for (Message message : faulty(sendable(bench, random), random)) {
                bench.offer(message.gate(), message.stream(), message.from(), message.to());
            }
            bench.turn();
            failing.fail(false);
            bench.turn();
            bench.pass(Duration.ofMillis(random.nextInt(3_000)));
        }
        assertTrue(isComplete(bench), "not everything came through");
        assertEquals(0, bench.loop.figures().missingEvents());
        assertEquals(0, bench.loop.figures().refusedEvents());
    }

    private void fill() {
        for (GateJournal gate : gates) {
            gate.fill(EventStream.EVENTS, EVENTS - (int) gate.last(EventStream.EVENTS));
            gate.fill(EventStream.ALARMS, ALARMS - (int) gate.last(EventStream.ALARMS));
        }
    }

    /// What gates send: all that is not acknowledged within the window, cut at random.
    private List<Message> sendable(LoopBench bench, Random random) {
        List<Message> messages = new ArrayList<>();
        for (GateJournal gate : gates) {
            for (EventStream stream : EventStream.values()) {
                long next = Math.max(0, bench.wire.told(gate.name(), stream)) + 1;
                long last = Math.min(gate.last(stream), next + WINDOW);
                while (next <= last) {
                    long to = Math.min(last, next + random.nextInt(BATCH_MAX));
                    messages.add(new Message(gate, stream, next, to));
                    next = to + 1;
                }
            }
        }
        return messages;
    }

    /// What arrives of it.
    private static List<Message> faulty(List<Message> sent, Random random) {
        List<Message> arriving = new ArrayList<>();
        for (Message message : sent) {
            if (random.nextInt(8) > 0) {
                arriving.add(message);
            }
            if (random.nextInt(5) == 0) {
                arriving.add(message);
            }
        }
        for (int i = 1; i < arriving.size(); i++) {
            if (random.nextInt(4) == 0) {
                Collections.swap(arriving, i, random.nextInt(i));
            }
        }
        return arriving;
    }

    private boolean isComplete(LoopBench bench) {
        return gates.stream()
                .allMatch(gate ->
                        bench.wire.told(gate.name(), EventStream.EVENTS) == EVENTS
                                && bench.wire.told(gate.name(), EventStream.ALARMS) == ALARMS);
    }

    private void check(HubStore store) {
        for (GateJournal gate : gates) {
            long number = 0;
            for (long seq = 1; seq <= EVENTS; seq++) {
                EventPosition position = new EventPosition(EventStream.EVENTS, seq);
                StoredEvent stored = store.find(gate.name(), position).orElseThrow();
                assertEquals(gate.text(EventStream.EVENTS, seq), stored.text());
                assertTrue(stored.number() > number, "out of order");
                number = stored.number();
            }
        }
        assertEquals(2 * EVENTS, store.log(Long.MAX_VALUE, 10 * EVENTS).size());
        assertEquals(2 * (EVENTS + ALARMS), store.load().lastNumber());
    }

    private Database open(String name) {
        return assertInstanceOf(Database.Opening.Opened.class, Database.open(folder.resolve(name)))
                .database();
    }
}
