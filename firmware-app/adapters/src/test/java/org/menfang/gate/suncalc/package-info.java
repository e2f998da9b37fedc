/// Tests of sunrise and sunset.
@NullMarked
package org.menfang.gate.suncalc;

import org.jspecify.annotations.NullMarked;
