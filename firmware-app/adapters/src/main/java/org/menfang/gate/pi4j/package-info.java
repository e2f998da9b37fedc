/// The electrical points of a gate through Pi4J: a `Context` with our own provider for digital
/// inputs and outputs over the lines of a {@link org.menfang.gate.hardware.GpioChip}.
///
/// This is the only package that knows Pi4J. Points and what is active are known here; lines and
/// levels are the chip's.
@NullMarked
package org.menfang.gate.pi4j;

import org.jspecify.annotations.NullMarked;
