/// Lamps as values, and the sky above them.
@NullMarked
package org.menfang.gate.lamp;

import org.jspecify.annotations.NullMarked;
