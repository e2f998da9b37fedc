package org.menfang.wire;

import org.menfang.vocabulary.EventStream;

/// Where an event stands among all that its gate ever wrote.
///
/// @param seq 1, 2, 3 ... without gaps within its stream
public record EventPosition(EventStream stream, long seq) {
    public EventPosition {
        if (seq < 1) {
            throw new IllegalArgumentException("sequences begin at 1: " + seq);
        }
    }

    public EventPosition next() {
        return new EventPosition(stream, seq + 1);
    }
}
