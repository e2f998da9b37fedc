/// Tests of the watch over the gate.
@NullMarked
package org.menfang.gate.watch;

import org.jspecify.annotations.NullMarked;
