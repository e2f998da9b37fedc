package org.menfang.gate.sqlite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.menfang.gate.ledger.EntryKey;

/// Changes of the ledger on their way into the queue.
///
/// A change that finds no room waits here, the last one of each key, and no event is queued before
/// it: an event that is durable always has its lines of the ledger.
final class LedgerIntake {
    private final RequestQueue queue;
    private final JournalHealth health;
    private final Map<EntryKey, LedgerChange> waiting = new LinkedHashMap<>();

    LedgerIntake(RequestQueue queue, JournalHealth health) {
        this.queue = queue;
        this.health = health;
    }

    void take(LedgerChange change) {
        if (waiting.isEmpty() && offer(List.of(change))) {
            return;
        }
        waiting.put(change.key(), change);
        if (!flush()) {
            health.failed(Intake.QUEUE_IS_FULL);
        }
    }

    /// Queues what waits, all of it or nothing.
    ///
    /// @return whether nothing waits any more
    boolean flush() {
        if (!waiting.isEmpty() && offer(List.copyOf(waiting.values()))) {
            waiting.clear();
        }
        return waiting.isEmpty();
    }

    private boolean offer(List<LedgerChange> changes) {
        return queue.offer(new JournalRequest.ChangeLedger(changes));
    }
}
