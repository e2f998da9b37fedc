package org.menfang.sim.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.menfang.gate.Input;
import org.menfang.gate.port.Inbox;
import org.menfang.vocabulary.EventStream;

/// Stands before a gate's inbox and sees how far its streams are durable, and how far the hub holds
/// them.
final class JournalWatch implements Inbox {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Inbox inbox;
    private long committed;
    private long acknowledged;
    private long committedAlarms;
    private long acknowledgedAlarms;
    private boolean linkUp;
    private boolean failed;

    JournalWatch(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void offer(Input input) {
        inbox.offer(input);
        switch (input) {
            case Input.JournalCommitted(var upTo) -> committed(upTo.stream(), upTo.seq());
            case Input.AcknowledgementMatched(var stream, long seq) -> acknowledged(stream, seq);
            case Input.LinkUp _ -> linkUp();
            case Input.AcknowledgementDiverged _, Input.JournalFailed _ -> failed();
            default -> {
                // The rest says nothing of the journal.
            }
        }
    }

    synchronized long committed() {
        return committed;
    }

    synchronized long acknowledged() {
        return acknowledged;
    }

    synchronized long committedAlarms() {
        return committedAlarms;
    }

    synchronized long acknowledgedAlarms() {
        return acknowledgedAlarms;
    }

    synchronized boolean isLinkUp() {
        return linkUp;
    }

    /// Waits until the events are durable up to this one.
    void awaitCommitted(long seq, Duration waitMax) throws IOException, InterruptedException {
        await(this::committed, seq, waitMax, seen -> {});
    }

    /// Waits until the hub holds all up to this one.
    void awaitAcknowledged(long seq, Duration waitMax, LongConsumer seen)
            throws IOException, InterruptedException {
        await(this::acknowledged, seq, waitMax, seen);
    }

    /// Waits until the hub holds all alarms up to this one.
    void awaitAcknowledgedAlarms(long seq, Duration waitMax)
            throws IOException, InterruptedException {
        await(this::acknowledgedAlarms, seq, waitMax, seen -> {});
    }

    private synchronized void await(
            LongSupplier place, long seq, Duration waitMax, LongConsumer seen)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + waitMax.toNanos();
        while (place.getAsLong() < seq) {
            if (failed || System.nanoTime() > until) {
                throw new IOException(
                        "waited in vain for event %,d; durable %,d, held by the hub %,d"
                                .formatted(seq, committed, acknowledged));
            }
            wait(LOOK_EVERY.toMillis());
            seen.accept(place.getAsLong());
        }
    }

    private synchronized void committed(EventStream stream, long seq) {
        switch (stream) {
            case EVENTS -> committed = Math.max(committed, seq);
            case ALARMS -> committedAlarms = Math.max(committedAlarms, seq);
        }
        notifyAll();
    }

    private synchronized void acknowledged(EventStream stream, long seq) {
        switch (stream) {
            case EVENTS -> acknowledged = Math.max(acknowledged, seq);
            case ALARMS -> acknowledgedAlarms = Math.max(acknowledgedAlarms, seq);
        }
        notifyAll();
    }

    private synchronized void linkUp() {
        linkUp = true;
        notifyAll();
    }

    private synchronized void failed() {
        failed = true;
        notifyAll();
    }
}
