package org.menfang.gate.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import org.menfang.gate.Input;

/// Drops the oldest events of one stream when there are too many, in small steps, and says which.
///
/// What the hub holds goes first, and in the order in which it was written the acknowledged events
/// always are the oldest. Others go only when there is no other way to have room.
final class EventRetention {
    private final StreamLog log;
    private final JournalLimits limits;
    private long dropUpTo;
    private long toldUpTo;

    EventRetention(StreamLog log, JournalLimits limits) {
        this.log = log;
        this.limits = limits;
        dropUpTo = log.state().dropped().seq();
        toldUpTo = log.state().told();
    }

    /// What was dropped before a restart, and no event speaks of.
    Optional<Input> untold() {
        return toldUpTo < dropUpTo ? Optional.of(tell()) : Optional.empty();
    }

    boolean isDue() {
        return isDropping() || log.events() > limits.journalEventsMax();
    }

    /// Whether dropping can no longer wait for a moment without work.
    boolean isOverdue() {
        return log.events() > limits.journalEventsMax() + 2L * limits.dropRangeEvents();
    }

    /// The disk is full: the oldest events make room for the newest, few at a time, since the disk
    /// may be full of something else and only for a while.
    void makeRoom() {
        if (!isDropping() && log.events() > limits.dropRangeEvents()) {
            begin(Math.min(limits.dropEventsMax(), limits.dropRangeEvents()));
        }
    }

    /// Does one step.
    ///
    /// @return what to tell when a whole range is gone
    Optional<Input> step(GateDatabase database) throws SQLException {
        if (!isDropping()) {
            begin(limits.dropRangeEvents());
        }
        StreamLog.State before = log.state();
        try {
            database.transaction(() -> {
                log.drop(dropUpTo, limits.dropEventsMax());
                return dropUpTo;
            });
        } catch (SQLException e) {
            log.restore(before);
            throw e;
        }
        return isDropping() ? Optional.empty() : Optional.of(tell());
    }

    private boolean isDropping() {
        return log.state().dropped().seq() < dropUpTo;
    }

    private void begin(int events) {
        StreamLog.State state = log.state();
        long first = state.dropped().seq();
        long last = Math.min(log.skipped().after(first) + events, state.head().seq() - 1);
        boolean hubHoldsSome = state.acknowledged() > first;
        dropUpTo = hubHoldsSome ? Math.min(last, state.acknowledged()) : last;
    }

    private Input tell() {
        String why =
                dropUpTo <= log.state().acknowledged()
                        ? "too old to keep; the hub holds them"
                        : "no room; the hub does not hold them";
        Input told = new Input.EventsDropped(log.stream(), toldUpTo + 1, dropUpTo, why);
        toldUpTo = dropUpTo;
        return told;
    }
}
