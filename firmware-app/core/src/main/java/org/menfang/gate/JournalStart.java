package org.menfang.gate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.ledger.Entry;

/// What the journal holds when the gate starts.
///
/// @param boot how often the gate has started, this time included
/// @param lastEventSeq the last event written; 0 for none
/// @param lastAlarmSeq the same for alarms
/// @param acknowledgedEventSeq the last event that the hub is known to hold; 0 for none
/// @param acknowledgedAlarmSeq the same for alarms
/// @param lastEventTime the wall clock of the last event; a clock that is behind it has stepped
///   back
/// @param memory what must still be known
/// @param ledger every line of the ledger
public record JournalStart(
        long boot,
        long lastEventSeq,
        long lastAlarmSeq,
        long acknowledgedEventSeq,
        long acknowledgedAlarmSeq,
        @Nullable Instant lastEventTime,
        Memory memory,
        List<Entry> ledger) {
    /// The very first start.
    public static final JournalStart FIRST =
            new JournalStart(1, 0, 0, 0, 0, null, Memory.EMPTY, List.of());

    public JournalStart {
        ledger = List.copyOf(ledger);
    }
}
