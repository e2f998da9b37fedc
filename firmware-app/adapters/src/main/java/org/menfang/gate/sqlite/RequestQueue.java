package org.menfang.gate.sqlite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What waits for the journal's thread: requests to write, which stay here until they are durable,
/// reads, and errands.
///
/// Its lock is held for a few instructions only, so that no caller ever waits for the disk.
final class RequestQueue {
    private static final int ERRANDS_MAX = 8;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<JournalRequest> writes = new ArrayDeque<>();
    private final Deque<ReadRequest> reads = new ArrayDeque<>();
    private final Deque<Errand<?>> errands = new ArrayDeque<>();
    private final int writesMax;
    private final int readsMax;
    private @Nullable Runnable question;
    private int inFlight;
    private boolean closed;

    RequestQueue(int writesMax, int readsMax) {
        this.writesMax = writesMax;
        this.readsMax = readsMax;
    }

    /// Takes a request to write, if there is room. What is to be remembered replaces what was to be
    /// remembered before it, and so always has room.
    boolean offer(JournalRequest request) {
        lock.lock();
        try {
            if (closed || (writes.size() >= writesMax && !mayReplaceLast(request))) {
                return false;
            }
            writes.addLast(request);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Beyond the limit there are at most two requests: one in flight and one that waits.
    private boolean mayReplaceLast(JournalRequest request) {
        if (!(request instanceof JournalRequest.Remember)) {
            return false;
        }
        if (writes.size() > inFlight && writes.peekLast() instanceof JournalRequest.Remember) {
            writes.removeLast();
        }
        return true;
    }

    /// Takes a read, if there is room.
    boolean offer(ReadRequest read) {
        lock.lock();
        try {
            if (closed || reads.size() >= readsMax) {
                return false;
            }
            reads.addLast(read);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Takes an errand, if there is room.
    boolean offer(Errand<?> errand) {
        lock.lock();
        try {
            if (closed || errands.size() >= ERRANDS_MAX) {
                return false;
            }
            errands.addLast(errand);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Asks the thread to call back, to see whether it still works. A question that was not
    /// answered yet is replaced.
    void ask(Runnable answer) {
        lock.lock();
        try {
            question = answer;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Answers whoever asked.
    void answer() {
        Runnable asked;
        lock.lock();
        try {
            asked = question;
            question = null;
        } finally {
            lock.unlock();
        }
        if (asked != null) {
            asked.run();
        }
    }

    /// Waits for something to do.
    ///
    /// @param more whether the caller has work of its own, and does not want to wait
    /// @return false when the queue is closed and empty
    boolean awaitWork(boolean more) throws InterruptedException {
        lock.lock();
        try {
            while (isIdle() && !closed && !more) {
                changed.await();
            }
            return !closed || !(writes.isEmpty() && reads.isEmpty() && errands.isEmpty());
        } finally {
            lock.unlock();
        }
    }

    private boolean isIdle() {
        return writes.isEmpty() && reads.isEmpty() && errands.isEmpty() && question == null;
    }

    /// Waits for a time, or until a read or an errand comes or the queue is closed.
    void pause(long nanosMax) throws InterruptedException {
        lock.lock();
        try {
            long nanos = nanosMax;
            while (nanos > 0
                    && reads.isEmpty()
                    && errands.isEmpty()
                    && question == null
                    && !closed) {
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /// The requests at the head. They stay until {@link #removeFirst}.
    List<JournalRequest> first(int requestsMax) {
        lock.lock();
        try {
            List<JournalRequest> batch = new ArrayList<>(Math.min(requestsMax, writes.size()));
            for (JournalRequest request : writes) {
                if (batch.size() == requestsMax) {
                    break;
                }
                batch.add(request);
            }
            inFlight = batch.size();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /// Forgets requests that are durable.
    ///
    /// @return whether none is left
    boolean removeFirst(int requests) {
        lock.lock();
        try {
            for (int i = 0; i < requests; i++) {
                writes.removeFirst();
            }
            inFlight = 0;
            return writes.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    Optional<ReadRequest> firstRead() {
        lock.lock();
        try {
            return Optional.ofNullable(reads.peekFirst());
        } finally {
            lock.unlock();
        }
    }

    void removeFirstRead() {
        lock.lock();
        try {
            reads.removeFirst();
        } finally {
            lock.unlock();
        }
    }

    /// All reads that wait; none is left.
    List<ReadRequest> takeReads() {
        lock.lock();
        try {
            List<ReadRequest> all = List.copyOf(reads);
            reads.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }

    Optional<Errand<?>> takeErrand() {
        lock.lock();
        try {
            return Optional.ofNullable(errands.pollFirst());
        } finally {
            lock.unlock();
        }
    }

    int waitingWrites() {
        lock.lock();
        try {
            return writes.size();
        } finally {
            lock.unlock();
        }
    }

    /// Takes nothing more.
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
