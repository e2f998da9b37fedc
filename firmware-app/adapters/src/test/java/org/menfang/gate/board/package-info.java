/// Tests of the hardware of this machine, as far as they need no lines.
@NullMarked
package org.menfang.gate.board;

import org.jspecify.annotations.NullMarked;
