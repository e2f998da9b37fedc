package org.menfang.gate.sqlite;

import java.util.List;
import org.menfang.gate.Memory;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Event;

/// What waits for the journal's thread, in the order in which it was asked for.
sealed interface JournalRequest {
    /// Count this start, which could not be written when it happened.
    record StoreBoot(long boot) implements JournalRequest {}

    record Append(Event event) implements JournalRequest {}

    record Remember(Memory memory) implements JournalRequest {}

    /// Change the ledger, in this order.
    record ChangeLedger(List<LedgerChange> changes) implements JournalRequest {}

    record CheckAcknowledgement(Acknowledgement acknowledgement) implements JournalRequest {}

    record SignHead(EventStream stream, long seq) implements JournalRequest {}
}
