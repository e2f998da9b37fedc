/// Tests of the electrical points, over a chip in memory.
@NullMarked
package org.menfang.gate.pi4j;

import org.jspecify.annotations.NullMarked;
