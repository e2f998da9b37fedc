/// The command line of the simulated compound: `demo` and `simulate`.
@NullMarked
package org.menfang.sim.cli;

import org.jspecify.annotations.NullMarked;
