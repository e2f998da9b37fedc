/// When the sun rises and sets. This is the only package that knows the library for it.
@NullMarked
package org.menfang.gate.suncalc;

import org.jspecify.annotations.NullMarked;
