package org.menfang.gate.wiegand;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/// A thread whose time a test moves on.
final class ScriptedLater implements Later {
    private final PriorityQueue<Due> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
    private long now;
    private long given;
    private boolean closed;

    private record Due(long at, long order, Runnable act) {}

    @Override
    public void after(Duration delay, Runnable act) {
        if (!closed) {
            waiting.add(new Due(now + delay.toNanos(), given++, act));
        }
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public boolean isLive() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        waiting.clear();
    }

    /// Does everything that is due until then, each at its time.
    void runUntil(long nanos) {
        while (!waiting.isEmpty() && waiting.element().at() <= nanos) {
            Due next = waiting.remove();
            now = Math.max(now, next.at());
            next.act().run();
        }
        now = nanos;
    }

    /// Time goes by, and the thread does not get to run.
    void sleepUntil(long nanos) {
        now = nanos;
    }

    /// Does what is due, in the order in which it was given, after a sleep.
    void wakeUp() {
        Queue<Due> due = new ArrayDeque<>();
        while (!waiting.isEmpty() && waiting.element().at() <= now) {
            due.add(waiting.remove());
        }
        due.forEach(next -> next.act().run());
    }
}
