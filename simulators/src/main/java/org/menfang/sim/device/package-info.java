/// The things that hang on a gate, with their physics: locks, leaves, contacts, readers, lamps.
///
/// Each moves by itself on a {@link org.menfang.sim.time.Timeline} and meets the gate only at GPIO
/// lines, at readers and in camera pictures, as the real ones do.
@NullMarked
package org.menfang.sim.device;

import org.jspecify.annotations.NullMarked;
