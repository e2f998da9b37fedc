/// A TCP proxy that does to connections what bad lines, old routers and lost power do: it delays,
/// slows, slices, corrupts, falls silent, resets and refuses, on command and from a seed.
@NullMarked
package org.menfang.sim.proxy;

import org.jspecify.annotations.NullMarked;
