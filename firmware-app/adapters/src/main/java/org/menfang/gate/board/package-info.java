/// The hardware named `linux`: the lines of this machine's own GPIO chip, and the readers that hang
/// on it in whatever way.
@NullMarked
package org.menfang.gate.board;

import org.jspecify.annotations.NullMarked;
