/// The hardware named `simulated`: a compound that moves in real time inside the gate's program.
@NullMarked
package org.menfang.sim.hardware;

import org.jspecify.annotations.NullMarked;
