package org.menfang.gate.port.memory;

import java.util.TreeMap;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.port.Readers;
import org.menfang.vocabulary.ReaderId;

/// Readers that only remember what they show.
public final class InMemoryReaders implements Readers {
    private final TreeMap<ReaderId, ReaderFeedback> shown = new TreeMap<>();

    public InMemoryReaders() {}

    @Override
    public void show(ReaderId reader, ReaderFeedback feedback) {
        shown.put(reader, feedback);
    }

    public ReaderFeedback shownAt(ReaderId reader) {
        return shown.getOrDefault(reader, ReaderFeedback.IDLE);
    }
}
