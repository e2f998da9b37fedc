package org.menfang.sim.time;

import java.time.Duration;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;

/// One queue of what is to come, ordered by time and, at the same time, by the order in which it
/// was planned.
///
/// In virtual time {@link #runUntil} moves time on; in real time a {@link TimelineThread} follows a
/// ticker. What runs on a timeline is the same code in both. Any thread may plan; acts run one
/// after the other.
public final class Timeline {
    /// Most acts that may wait.
    public static final int PLANNED_ACTS_MAX = 200_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Planned> queue = new PriorityQueue<>();
    private final @Nullable LongSupplier ticker;
    private long virtualNanos;
    private long planned;

    private Timeline(@Nullable LongSupplier ticker) {
        this.ticker = ticker;
    }

    /// A timeline on which time stands still until it is moved on.
    public static Timeline virtual() {
        return new Timeline(null);
    }

    /// A timeline that follows a ticker, which must never go back.
    ///
    /// @param ticker nanoseconds since the start
    public static Timeline following(LongSupplier ticker) {
        return new Timeline(ticker);
    }

    /// Whether time stands still here until it is moved on.
    public boolean isVirtual() {
        return ticker == null;
    }

    public MonotonicTime now() {
        LongSupplier source = ticker;
        return new MonotonicTime(source == null ? virtualNanos : source.getAsLong());
    }

    /// Plans an act for a time; for now, if that time has passed.
    ///
    /// @throws IllegalStateException if {@link #PLANNED_ACTS_MAX} acts wait
    public Planned at(MonotonicTime when, Runnable act) {
        lock.lock();
        try {
            if (queue.size() >= PLANNED_ACTS_MAX) {
                throw new IllegalStateException(PLANNED_ACTS_MAX + " acts wait already");
            }
            Planned entry = new Planned(Math.max(when.nanos(), now().nanos()), planned++, act);
            queue.add(entry);
            changed.signalAll();
            return entry;
        } finally {
            lock.unlock();
        }
    }

    public Planned after(Duration delay, Runnable act) {
        return at(now().plus(delay), act);
    }

    /// Plans an act for now, behind all that is due before it.
    public Planned soon(Runnable act) {
        return at(now(), act);
    }

    /// When the next act is due.
    public Optional<MonotonicTime> next() {
        lock.lock();
        try {
            return Optional.ofNullable(head()).map(head -> new MonotonicTime(head.nanos));
        } finally {
            lock.unlock();
        }
    }

    /// Runs all that is due up to a time, in order; then that time has come. Virtual time only.
    public void runUntil(MonotonicTime until) {
        if (!isVirtual()) {
            throw new IllegalStateException("this timeline follows a ticker");
        }
        for (Planned act = take(until.nanos()); act != null; act = take(until.nanos())) {
            virtualNanos = act.nanos;
            act.run();
        }
        virtualNanos = Math.max(virtualNanos, until.nanos());
    }

    public void runFor(Duration duration) {
        runUntil(now().plus(duration));
    }

    /// Waits until an act is due and takes it.
    Planned awaitDue() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanosToNext();
            while (left > 0) {
                changed.awaitNanos(left);
                left = nanosToNext();
            }
            return queue.remove();
        } finally {
            lock.unlock();
        }
    }

    private long nanosToNext() {
        Planned head = head();
        return head == null ? Long.MAX_VALUE : head.nanos - now().nanos();
    }

    private @Nullable Planned take(long untilNanos) {
        lock.lock();
        try {
            Planned head = head();
            return head == null || head.nanos > untilNanos ? null : queue.remove();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Planned head() {
        Planned head = queue.peek();
        while (head != null && head.cancelled) {
            queue.remove();
            head = queue.peek();
        }
        return head;
    }

    /// An act that is to come, unless it is cancelled.
    public static final class Planned implements Comparable<Planned> {
        private final long nanos;
        private final long order;
        private final Runnable act;
        private volatile boolean cancelled;

        private Planned(long nanos, long order, Runnable act) {
            this.nanos = nanos;
            this.order = order;
            this.act = act;
        }

        /// From now on the act does not run any more.
        public void cancel() {
            cancelled = true;
        }

        void run() {
            if (!cancelled) {
                act.run();
            }
        }

        @Override
        public int compareTo(Planned other) {
            int byTime = Long.compare(nanos, other.nanos);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(order);
        }
    }
}
