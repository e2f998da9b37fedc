/// One door after another: its intent, its cycle, its leaf, its lock.
@NullMarked
package org.menfang.gate.door;

import org.jspecify.annotations.NullMarked;
