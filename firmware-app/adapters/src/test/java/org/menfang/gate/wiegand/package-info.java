/// Tests of readers on two wires.
@NullMarked
package org.menfang.gate.wiegand;

import org.jspecify.annotations.NullMarked;
