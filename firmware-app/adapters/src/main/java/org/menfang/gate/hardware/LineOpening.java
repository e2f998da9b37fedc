package org.menfang.gate.hardware;

import java.io.IOException;

/// Opens a line, as often as it is gone.
@FunctionalInterface
public interface LineOpening {
    /// @throws IOException if it is not there; the message says what a person can do
    ByteLine open() throws IOException;
}
