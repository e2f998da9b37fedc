/// Power cuts and kills: real programs on a real disk that loses what was not synced, and what is
/// left of them.
@NullMarked
package org.menfang.sim.crash;

import org.jspecify.annotations.NullMarked;
