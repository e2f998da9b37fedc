/// The deterministic compound: a real gate over simulated devices, people and a hub, in virtual
/// time, from one seed.
@NullMarked
package org.menfang.sim;

import org.jspecify.annotations.NullMarked;
