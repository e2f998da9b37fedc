package org.menfang.gate.hardware;

import org.menfang.gate.port.Readers;

/// Readers that hang on the gate in one way, listened to. Closing it ends the listening and gives
/// back what they hang on.
public interface ConnectedReaders extends Readers, AutoCloseable {
    /// Whether they are still listened to. A reader that does not answer is no reason to say no; a
    /// thread that is gone is.
    boolean areLive();

    @Override
    void close();
}
