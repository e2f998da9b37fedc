/// Tests of what a gate knows of itself.
@NullMarked
package org.menfang.gate.signs;

import org.jspecify.annotations.NullMarked;
