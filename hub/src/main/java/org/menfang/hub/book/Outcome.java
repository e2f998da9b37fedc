package org.menfang.hub.book;

import java.util.List;

/// What became of an act.
public sealed interface Outcome {
    /// It is written down, durably.
    ///
    /// @param entries empty if there was nothing to do any more
    record Done(List<Entry> entries) implements Outcome {
        public Done {
            entries = List.copyOf(entries);
        }
    }

    /// It may not be done.
    ///
    /// @param key of the text that says why and what to do next
    record Refused(String key) implements Outcome {}

    /// The log cannot be written; nothing was done.
    record Failed(String why) implements Outcome {}
}
