package org.menfang.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
public record JournalStart(
        long boot,
        long lastEventSeq,
        long lastAlarmSeq,
        long acknowledgedEventSeq,
        long acknowledgedAlarmSeq,
        @Nullable Instant lastEventTime,
        Memory memory) {
    /// The very first start.
    public static final JournalStart FIRST = new JournalStart(1, 0, 0, 0, 0, null, Memory.EMPTY);
}
