/// Mistakes that are planted into the software of a simulated compound, to see whether the checks
/// notice each of them.
@NullMarked
package org.menfang.sim.bug;

import org.jspecify.annotations.NullMarked;
