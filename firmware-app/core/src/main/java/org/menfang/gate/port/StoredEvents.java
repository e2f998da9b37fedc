package org.menfang.gate.port;

import java.util.List;
import java.util.function.Consumer;
import org.menfang.vocabulary.EventStream;

/// Hands out events that are durable.
public interface StoredEvents {
    /// Reads the canonical texts of events, in order. It never blocks; the consumer is called
    /// later, on a thread of the journal, with fewer events (or none) where some were dropped or
    /// cannot be read. Where too many reads wait already, it is called at once, with none.
    void read(EventStream stream, long fromSeq, long toSeq, Consumer<List<String>> whenRead);
}
