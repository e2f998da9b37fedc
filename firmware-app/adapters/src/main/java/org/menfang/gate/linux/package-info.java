/// Calls into the Linux kernel: device files, waiting for them, and what the kernel says when it
/// refuses.
///
/// This is the only package that uses the foreign-function API of the JDK. Whoever needs a
/// structure of the kernel lays it out in a direct {@link java.nio.ByteBuffer} of native order.
@NullMarked
package org.menfang.gate.linux;

import org.jspecify.annotations.NullMarked;
