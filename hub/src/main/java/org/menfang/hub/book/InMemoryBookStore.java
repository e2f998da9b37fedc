package org.menfang.hub.book;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Keeps lines for as long as the program runs.
public final class InMemoryBookStore implements BookStore {
    private final List<Line> lines = new ArrayList<>();

    @Override
    public synchronized void replay(Consumer<Line> reader) {
        List.copyOf(lines).forEach(reader);
    }

    @Override
    public synchronized Append append(List<Line> more) {
        lines.addAll(more);
        return new Append.Stored();
    }
}
