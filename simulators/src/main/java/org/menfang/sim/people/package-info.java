/// The people of the simulated compound: who they are, which cards they carry, what they do by day
/// and by night.
///
/// They act on devices only: they walk to a door, present a card, wait for the light, push.
@NullMarked
package org.menfang.sim.people;

import org.jspecify.annotations.NullMarked;
