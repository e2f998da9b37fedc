package org.menfang.hub.book;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Where the lines of the log are kept. One thread at a time calls it.
public interface BookStore {
    /// What became of adding lines.
    sealed interface Append {
        record Stored() implements Append {}

        /// None of them was stored.
        record Failed(String why) implements Append {}
    }

    /// Hands over all lines in their order.
    void replay(Consumer<Line> reader);

    /// The newest lines with a smaller number, the newest first.
    default List<Line> before(long seq, int countMax) {
        Deque<Line> newest = new ArrayDeque<>();
        replay(line -> {
            if (line.seq() < seq) {
                newest.addFirst(line);
                if (newest.size() > countMax) {
                    newest.removeLast();
                }
            }
        });
        return List.copyOf(newest);
    }

    /// Makes lines durable, all or none.
    Append append(List<Line> lines);
}
