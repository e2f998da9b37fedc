/// The program on the gate: its command line, its wiring, and what brings its locks to their safe
/// state when it ends.
@NullMarked
package org.menfang.gate.app;

import org.jspecify.annotations.NullMarked;
