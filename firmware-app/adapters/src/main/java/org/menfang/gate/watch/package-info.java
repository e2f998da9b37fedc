/// Whether the gate still lives: what has to show a sign of life, how often, and who is told.
@NullMarked
package org.menfang.gate.watch;

import org.jspecify.annotations.NullMarked;
