package org.menfang.gate.hardware;

import java.io.IOException;

/// The chips whose lines the points of a site hang on, by the names that its wiring table uses.
@FunctionalInterface
public interface GpioChips {
    /// @throws IOException if there is no such chip; the message says what a person can do
    GpioChip chip(String name) throws IOException;
}
