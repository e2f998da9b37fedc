package org.menfang.gate.port;

import org.menfang.gate.ReaderFeedback;
import org.menfang.vocabulary.ReaderId;

/// Shows light and sound at readers.
public interface Readers {
    void show(ReaderId reader, ReaderFeedback feedback);
}
