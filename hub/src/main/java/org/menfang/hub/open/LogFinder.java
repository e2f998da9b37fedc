package org.menfang.hub.open;

import java.util.List;
import org.menfang.hub.book.Line;

/// Looks up lines of the hub's log as they are stored.
@FunctionalInterface
public interface LogFinder {
    /// Lines from one on, in their order.
    List<Line> from(long seq, int count);
}
