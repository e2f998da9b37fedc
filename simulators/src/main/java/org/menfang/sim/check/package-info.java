/// Promises, and the checkers that watch whether a simulated gate keeps them. They know the site,
/// the rules and the sun, and nothing of how the gate decides.
@NullMarked
package org.menfang.sim.check;

import org.jspecify.annotations.NullMarked;
