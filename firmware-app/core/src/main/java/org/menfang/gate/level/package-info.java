/// The compound's level at this gate, and the modes that doors have by their schedules.
@NullMarked
package org.menfang.gate.level;

import org.jspecify.annotations.NullMarked;
