/// Tests of USB readers that type like a keyboard.
@NullMarked
package org.menfang.gate.evdev;

import org.jspecify.annotations.NullMarked;
