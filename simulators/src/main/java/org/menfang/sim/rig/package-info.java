/// A Linux kernel with simulated lines and chips, which runs as an ordinary process: the real
/// programs run on it as on a board, and the outside world pulls at its lines.
@NullMarked
package org.menfang.sim.rig;

import org.jspecify.annotations.NullMarked;
