/// Lamps that burn from dusk to dawn, and what their sensors say about it.
@NullMarked
package org.menfang.gate.lamp;

import org.jspecify.annotations.NullMarked;
