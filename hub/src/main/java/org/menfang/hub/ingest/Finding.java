package org.menfang.hub.ingest;

import org.menfang.wire.json.ReceivedEvent;

/// Something about a batch that a person, the log or the audit has to know.
public sealed interface Finding {
    /// Events are missing for good; the stream goes on after them.
    record Missing(ChainGap gap) implements Finding {}

    /// An event does not follow the one before it, or differs from the one that the hub holds under
    /// the same number. It is not taken.
    record Broken(ReceivedEvent event, String why) implements Finding {}

    /// A break that a person had seen was recorded; the stream goes on.
    record BreakRecorded(ChainGap gap) implements Finding {}

    /// The stream, which was broken, goes on whole.
    record Mended() implements Finding {}
}
