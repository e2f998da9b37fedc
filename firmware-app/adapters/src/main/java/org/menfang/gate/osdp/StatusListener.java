package org.menfang.gate.osdp;

import org.menfang.vocabulary.ReaderId;

/// Hears how readers are, whenever that changes. It never blocks.
@FunctionalInterface
public interface StatusListener {
    void onStatus(ReaderId reader, ReaderStatus status);
}
