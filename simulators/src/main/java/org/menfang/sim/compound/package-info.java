/// A whole compound in virtual time: several gates with their disks and devices, their network, and
/// the hub, on one timeline and one thread. What decides and what is said is the code of the real
/// programs; what is simulated is the world around it.
@NullMarked
package org.menfang.sim.compound;

import org.jspecify.annotations.NullMarked;
