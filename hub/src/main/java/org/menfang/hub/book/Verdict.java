package org.menfang.hub.book;

import java.util.List;

/// What becomes of an act, before it is written down.
public sealed interface Verdict {
    /// It may be done; this is what it means.
    record Write(List<EntryBody> bodies) implements Verdict {
        public Write {
            bodies = List.copyOf(bodies);
        }
    }

    /// It may not be done.
    ///
    /// @param key of the text that says why and what to do next: `refused.…`
    record Refuse(String key) implements Verdict {}

    static Verdict write(EntryBody... bodies) {
        return new Write(List.of(bodies));
    }

    static Verdict refuse(String key) {
        return new Refuse(key);
    }
}
