/// Tests of calls into the kernel, with files that every Linux has.
@NullMarked
package org.menfang.gate.linux;

import org.jspecify.annotations.NullMarked;
