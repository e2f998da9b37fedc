package org.menfang.hub.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.LoggedEvent;

/// What one page has still to be told. Holds the newest board only, and few events: whoever falls
/// behind is told the newest state instead of everything in between.
final class LiveClient {
    static final int EVENTS_WAITING_MAX = 100;

    /// At least this long between two messages, so that a burst does not drown a phone.
    private static final Duration PACE = Duration.ofMillis(100);

    /// What to tell next.
    ///
    /// @param board none if it did not change
    /// @param events in the order in which they were stored
    /// @param behind whether events were left out, so that the page needs a fresh list
    /// @param closed whether this is the end
    record News(@Nullable Board board, List<LoggedEvent> events, boolean behind, boolean closed) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<LoggedEvent> events = new ArrayDeque<>();
    private @Nullable Board board;
    private boolean behind;
    private boolean closed;
    private long toldAt = System.nanoTime() - PACE.toNanos();

    void offer(Board newest) {
        change(() -> board = newest);
    }

    void offer(LoggedEvent event) {
        change(() -> {
            if (events.size() == EVENTS_WAITING_MAX) {
                events.clear();
                behind = true;
            }
            if (!behind) {
                events.add(event);
            }
        });
    }

    void close() {
        change(() -> closed = true);
    }

    /// Waits for something to tell, or for the time that the page must not be left without a word.
    News take(Duration wait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = wait.toNanos();
            while (!hasNews() && left > 0) {
                left = changed.awaitNanos(left);
            }
            left = toldAt + PACE.toNanos() - System.nanoTime();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return handOver();
        } finally {
            lock.unlock();
        }
    }

    private boolean hasNews() {
        return closed || board != null || behind || !events.isEmpty();
    }

    private News handOver() {
        News news = new News(board, List.copyOf(events), behind, closed);
        board = null;
        events.clear();
        behind = false;
        toldAt = System.nanoTime();
        return news;
    }

    private void change(Runnable act) {
        lock.lock();
        try {
            act.run();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
