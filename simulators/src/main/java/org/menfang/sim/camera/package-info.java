/// What the simulated cameras see: doors, lamps, people, the sky, drawn as frames.
///
/// This is the only package that draws.
@NullMarked
package org.menfang.sim.camera;

import org.jspecify.annotations.NullMarked;
