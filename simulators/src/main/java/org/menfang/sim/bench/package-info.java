/// The benchmarks: each prints what was measured beside its limit and their ratio. Nothing here
/// passes or fails; it tells.
@NullMarked
package org.menfang.sim.bench;

import org.jspecify.annotations.NullMarked;
