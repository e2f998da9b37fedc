/// Tests of what lies between a GPIO chip of Linux and its kernel. What needs the kernel's lines
/// runs on the rig.
@NullMarked
package org.menfang.gate.gpio;

import org.jspecify.annotations.NullMarked;
