package org.menfang.gate.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.menfang.vocabulary.EventStream;

/// A read of events that is done in slices, so that commits go between them.
final class ReadRequest {
    private final EventStream stream;
    private final long toSeq;
    private final Consumer<List<String>> whenRead;
    private final List<String> texts = new ArrayList<>();
    private long nextSeq;

    ReadRequest(EventStream stream, long fromSeq, long toSeq, Consumer<List<String>> whenRead) {
        this.stream = stream;
        this.nextSeq = fromSeq;
        this.toSeq = toSeq;
        this.whenRead = whenRead;
    }

    EventStream stream() {
        return stream;
    }

    long nextSeq() {
        return nextSeq;
    }

    long toSeq() {
        return toSeq;
    }

    void take(String text) {
        texts.add(text);
    }

    /// All up to this event has been looked at.
    void readUpTo(long seq) {
        nextSeq = seq + 1;
    }

    boolean isDone() {
        return nextSeq > toSeq;
    }

    void answer() {
        whenRead.accept(List.copyOf(texts));
    }
}
