package org.menfang.system;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.menfang.gate.Input;
import org.menfang.gate.port.Inbox;
import org.menfang.vocabulary.EventStream;

/// Stands before a gate's inbox and sees how its link and its streams are doing.
final class LinkWatch implements Inbox {
    /// Long, since the machine may be small and busy. Nothing waits that long when it works.
    private static final Duration WAIT = Duration.ofMinutes(3);

    private final Inbox inbox;
    private final Map<EventStream, Long> committed = new EnumMap<>(EventStream.class);
    private final Map<EventStream, Long> held = new EnumMap<>(EventStream.class);
    private boolean up;
    private final List<String> losses = new ArrayList<>();
    private long lostAtNanos;
    private String trouble = "";

    LinkWatch(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void offer(Input input) {
        inbox.offer(input);
        see(input);
    }

    private synchronized void see(Input input) {
        switch (input) {
            case Input.JournalCommitted(var upTo) ->
                    committed.merge(upTo.stream(), upTo.seq(), Math::max);
            case Input.AcknowledgementMatched(var stream, long seq) ->
                    held.merge(stream, seq, Math::max);
            case Input.LinkUp _ -> up = true;
            case Input.LinkLost(String why) -> {
                up = false;
                losses.add(why);
                lostAtNanos = System.nanoTime();
            }
            case Input.AcknowledgementDiverged _, Input.JournalFailed _ ->
                    trouble = input.toString();
            default -> {
                // The rest says nothing of the link.
            }
        }
        notifyAll();
    }

    synchronized long committed(EventStream stream) {
        return committed.getOrDefault(stream, 0L);
    }

    synchronized long held(EventStream stream) {
        return held.getOrDefault(stream, 0L);
    }

    /// Why the link was lost, each time.
    synchronized List<String> losses() {
        return List.copyOf(losses);
    }

    void awaitUp() throws InterruptedException {
        await("the link", () -> up);
    }

    void awaitCommitted(EventStream stream, long seq) throws InterruptedException {
        await(stream + " " + seq + " on disk", () -> committed(stream) >= seq);
    }

    void awaitHeld(EventStream stream, long seq) throws InterruptedException {
        await(stream + " " + seq + " at the hub", () -> held(stream) >= seq);
    }

    /// Waits until the hub holds all that is on disk now.
    void awaitAllHeld() throws InterruptedException {
        for (EventStream stream : EventStream.values()) {
            awaitHeld(stream, committed(stream));
        }
    }

    /// Waits until the link was lost more often.
    ///
    /// @return when it was, in nanoseconds
    long awaitLossAfter(int before) throws InterruptedException {
        await("a lost link", () -> losses.size() > before);
        return lostAtNanos;
    }

    private synchronized void await(String what, BooleanSupplier holds)
            throws InterruptedException {
        long until = System.nanoTime() + WAIT.toNanos();
        while (!holds.getAsBoolean()) {
            if (!trouble.isEmpty() || System.nanoTime() > until) {
                fail(
                        "waited in vain for %s; on disk %s, held %s, link %s, lost %s; %s"
                                .formatted(what, committed, held, up, losses, trouble));
            }
            wait(1_000);
        }
    }
}
