package org.menfang.mqtt;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What waits to be written to one connection: acknowledgements first, then the messages that go
/// ahead, then all others, each in order.
final class Outgoing {
    private final int messagesMax;
    private final Deque<Integer> acknowledgements = new ArrayDeque<>();
    private final Deque<Waiting> ahead = new ArrayDeque<>();
    private final Deque<Waiting> others = new ArrayDeque<>();
    private boolean closed;
    private boolean inHand;

    Outgoing(int messagesMax) {
        this.messagesMax = messagesMax;
    }

    /// Something to write.
    sealed interface Item {}

    /// A message of the broker that need not come again.
    record AcknowledgementOf(int packetId) implements Item {}

    /// @param whenDone hears of its fate exactly once
    record Waiting(OutgoingMessage message, Consumer<Delivery> whenDone) implements Item {}

    /// Whether there is room. A message that is replaced by a newer one counts as lost.
    boolean offer(OutgoingMessage message, Consumer<Delivery> whenDone) {
        Waiting replaced;
        synchronized (this) {
            if (closed) {
                return false;
            }
            Deque<Waiting> lane = message.ahead() ? ahead : others;
            replaced = message.newestWins() ? removeSameTopic(lane, message) : null;
            if (lane.size() >= messagesMax) {
                return false;
            }
            lane.add(new Waiting(message, whenDone));
            notifyAll();
        }
        if (replaced != null) {
            replaced.whenDone.accept(new Delivery.Lost("a newer one took its place"));
        }
        return true;
    }

    /// The broker bounds how many there can be: it delivers only so many without an answer.
    synchronized void acknowledge(int packetId) {
        if (!closed) {
            acknowledgements.add(packetId);
            notifyAll();
        }
    }

    /// The next item, or null if none came in time. Whoever comes for the next one is done with the
    /// one before.
    synchronized @Nullable Item take(Duration wait) throws InterruptedException {
        inHand = false;
        notifyAll();
        long deadline = System.nanoTime() + wait.toNanos();
        while (acknowledgements.isEmpty() && ahead.isEmpty() && others.isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0 || closed) {
                return null;
            }
            wait(left);
        }
        inHand = true;
        return poll();
    }

    /// Waits, within bounds, until everything was taken and whoever took it is done with it.
    ///
    /// @return whether it came to that
    synchronized boolean awaitEmpty(Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (inHand || !acknowledgements.isEmpty() || !ahead.isEmpty() || !others.isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private @Nullable Item poll() {
        Integer packetId = acknowledgements.poll();
        if (packetId != null) {
            return new AcknowledgementOf(packetId);
        }
        Waiting first = ahead.poll();
        return first != null ? first : others.poll();
    }

    /// Takes nothing more, and tells everybody who still waits.
    void close(String why) {
        List<Waiting> left = new ArrayList<>();
        synchronized (this) {
            closed = true;
            left.addAll(ahead);
            left.addAll(others);
            ahead.clear();
            others.clear();
            acknowledgements.clear();
            notifyAll();
        }
        left.forEach(waiting -> waiting.whenDone.accept(new Delivery.Lost(why)));
    }

    private static @Nullable Waiting removeSameTopic(Deque<Waiting> lane, OutgoingMessage message) {
        for (Iterator<Waiting> each = lane.iterator(); each.hasNext(); ) {
            Waiting waiting = each.next();
            if (waiting.message.newestWins() && waiting.message.topic().equals(message.topic())) {
                each.remove();
                return waiting;
            }
        }
        return null;
    }
}
