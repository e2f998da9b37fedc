/// Readers on two wires of their own: puts frames together from pulses, refuses those that cannot
/// be whole, and shows answers by light and sound.
@NullMarked
package org.menfang.gate.wiegand;

import org.jspecify.annotations.NullMarked;
