/// Time of the simulated compound: one queue of what is to come, run in real or in virtual time,
/// and the wall clock that goes with it.
@NullMarked
package org.menfang.sim.time;

import org.jspecify.annotations.NullMarked;
