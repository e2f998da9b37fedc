package org.menfang.sim.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.menfang.gate.Input;
import org.menfang.gate.port.Inbox;
import org.menfang.vocabulary.EventStream;

/// Stands before a gate's inbox and sees how far its stream of events is durable, and how far the
/// hub holds it.
final class JournalWatch implements Inbox {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Inbox inbox;
    private long committed;
    private long acknowledged;
    private boolean linkUp;
    private boolean failed;

    JournalWatch(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void offer(Input input) {
        inbox.offer(input);
        switch (input) {
            case Input.JournalCommitted(var upTo) when upTo.stream() == EventStream.EVENTS ->
                    committed(upTo.seq());
            case Input.AcknowledgementMatched(var stream, long seq)
                    when stream == EventStream.EVENTS ->
                    acknowledged(seq);
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

    private synchronized void committed(long seq) {
        committed = Math.max(committed, seq);
        notifyAll();
    }

    private synchronized void acknowledged(long seq) {
        acknowledged = Math.max(acknowledged, seq);
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
