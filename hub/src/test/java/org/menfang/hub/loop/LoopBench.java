package org.menfang.hub.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.menfang.hub.fleet.HubMoment;
import org.menfang.hub.ingest.LogKeys;
import org.menfang.hub.store.HubStore;
import org.menfang.hub.testing.GateJournal;
import org.menfang.json.Json;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.GateIdentity;

/// A loop on a bench: driven turn by turn, with a clock that stands still until it is moved.
final class LoopBench {
    static final Duration SILENT_AFTER = Duration.ofSeconds(60);
    static final Instant EPOCH = Instant.parse("2026-11-22T08:00:00Z");

    final RecordedWire wire = new RecordedWire();
    final HubLoop loop;
    private final AtomicLong ids = new AtomicLong();
    private long millis;
    private int receipts;

    LoopBench(HubStore store) {
        this(store, LogKeys.NONE);
    }

    LoopBench(HubStore store, LogKeys keys) {
        loop =
                new HubLoop(
                        store,
                        () -> new HubMoment(EPOCH.plusMillis(millis), millis),
                        wire,
                        keys,
                        SILENT_AFTER,
                        () -> new CommandId("command-" + ids.incrementAndGet()));
    }

    void pass(Duration time) {
        millis += time.toMillis();
    }

    void linkUp() {
        loop.linkUp();
        turn();
    }

    void turn() {
        try {
            loop.tick(Duration.ZERO);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void offer(String topic, byte[] payload) {
        loop.offer(new HubInput.MessageArrived(topic, payload, false, () -> receipts++));
    }

    void offer(GateJournal gate, EventStream stream, long from, long to) {
        offer(gate.topics().stream(stream), gate.batch(stream, from, to));
    }

    void offer(GateIdentity gate, String leaf, Object said) {
        offer("menfang/1/" + gate + "/" + leaf, Json.write(said));
    }

    int receipts() {
        return receipts;
    }
}
