package org.menfang.gate.hardware;

import java.io.IOException;
import java.time.Duration;

/// A line that carries bytes both ways, such as RS-485, or TCP to a converter. What arrives may be
/// cut, joined and garbled in any way.
///
/// One thread reads and writes; any thread may close, and ends a read that waits.
public interface ByteLine extends AutoCloseable {
    /// Reads what has arrived, once anything has.
    ///
    /// @param into at least one byte long
    /// @param wait how long to wait at most; the answer is 0 if nothing came by then
    /// @return how many bytes were read
    /// @throws IOException if the line is gone; only another one will do then
    int read(byte[] into, Duration wait) throws IOException;

    /// Writes all of them, or as many as the line takes before it is gone.
    ///
    /// @throws IOException if the line is gone; only another one will do then
    void write(byte[] bytes) throws IOException;

    @Override
    void close();
}
