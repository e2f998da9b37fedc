/// The demo: prepares a folder, starts the hub and a gate as processes of their own, and looks
/// after them.
@NullMarked
package org.menfang.sim.demo;

import org.jspecify.annotations.NullMarked;
