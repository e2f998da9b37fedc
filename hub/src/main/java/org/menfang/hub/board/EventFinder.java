package org.menfang.hub.board;

import java.util.List;

/// Finds events among all that are stored. Any thread may call it.
@FunctionalInterface
public interface EventFinder {
    /// Most events that one search is answered with.
    int FOUND_MAX = 1_000;

    /// The newest events of the `events` streams that match, the newest first.
    ///
    /// @param count 1 to {@link #FOUND_MAX}
    List<LoggedEvent> find(EventSearch search, int count);
}
