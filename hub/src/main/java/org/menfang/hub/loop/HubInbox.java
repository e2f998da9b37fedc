package org.menfang.hub.loop;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What waits for the loop. Backlogs of events have a lane of their own, so that an alarm, a birth
/// or a person's act never waits behind them.
final class HubInbox {
    /// Most inputs that wait in each lane.
    static final int INPUTS_MAX = 4_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Deque<HubInput> urgent = new ArrayDeque<>();
    private final Deque<HubInput> bulk = new ArrayDeque<>();
    private boolean woken;

    /// @return whether there was room
    boolean offer(HubInput input) {
        lock.lock();
        try {
            Deque<HubInput> lane = isBulk(input) ? bulk : urgent;
            if (lane.size() >= INPUTS_MAX) {
                return false;
            }
            lane.add(input);
            filled.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Ends the wait that is under way, or the next one.
    void wake() {
        lock.lock();
        try {
            woken = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Takes what is there, the urgent first; waits if there is nothing.
    List<HubInput> drain(Duration wait, int inputsMax, long bytesMax) throws InterruptedException {
        lock.lock();
        try {
            long nanos = wait.toNanos();
            while (urgent.isEmpty() && bulk.isEmpty() && !woken && nanos > 0) {
                nanos = filled.awaitNanos(nanos);
            }
            woken = false;
            List<HubInput> group = new ArrayList<>();
            long bytes = 0;
            while (group.size() < inputsMax && bytes < bytesMax) {
                HubInput next = urgent.isEmpty() ? bulk.poll() : urgent.poll();
                if (next == null) {
                    break;
                }
                group.add(next);
                bytes +=
                        next instanceof HubInput.MessageArrived message
                                ? message.payload().length
                                : 0;
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    /// Waits whatever arrives, unless it is woken.
    void pause(Duration wait) throws InterruptedException {
        lock.lock();
        try {
            long until = System.nanoTime() + wait.toNanos();
            long left = wait.toNanos();
            while (!woken && left > 0) {
                filled.await(left, TimeUnit.NANOSECONDS);
                left = until - System.nanoTime();
            }
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return urgent.size() + bulk.size();
        } finally {
            lock.unlock();
        }
    }

    private static boolean isBulk(HubInput input) {
        return input instanceof HubInput.MessageArrived message
                && message.topic().endsWith("/events");
    }
}
