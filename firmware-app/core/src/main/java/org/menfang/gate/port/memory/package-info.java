/// The ports in memory: for simulations in virtual time, and for tests. They do what the real ones
/// do, without a disk, a network or a device.
@NullMarked
package org.menfang.gate.port.memory;

import org.jspecify.annotations.NullMarked;
