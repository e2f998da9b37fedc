/// The lines of a GPIO chip through the character device of the Linux kernel (GPIO uAPI, version
/// 2), without anything between the kernel and the gate.
@NullMarked
package org.menfang.gate.gpio;

import org.jspecify.annotations.NullMarked;
