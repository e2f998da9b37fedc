package org.menfang.hub.book;

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

    /// Makes lines durable, all or none.
    Append append(List<Line> lines);
}
