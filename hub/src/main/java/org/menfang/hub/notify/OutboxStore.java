package org.menfang.hub.notify;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where messages that wait are kept, and how each way did. Any thread may call it.
public interface OutboxStore {
    /// What changes together.
    ///
    /// @param put messages that are new or have changed, by their numbers
    /// @param removed numbers of messages that wait no longer
    /// @param traces how ways did
    record Change(List<Message> put, Set<Long> removed, Map<WayId, WayTrace> traces) {
        public Change {
            put = List.copyOf(put);
            removed = Set.copyOf(removed);
            traces = Map.copyOf(traces);
        }
    }

    /// What became of a change.
    sealed interface Stored {
        record Done() implements Stored {}

        /// Nothing of it was stored.
        record Failed(String why) implements Stored {}
    }

    /// All that waits, the oldest number first.
    List<Message> waiting();

    Map<WayId, WayTrace> traces();

    /// Makes a change durable, all or nothing.
    Stored store(Change change);

    /// Forgets a way: its messages, how it did, and its address.
    Stored forget(WayId way);
}
