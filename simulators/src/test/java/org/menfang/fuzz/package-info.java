/// Everything that reads bytes which somebody else wrote, under bytes that nobody would write: the
/// readers, the bounds that they keep, the inputs that are kept, and the fuzzer that looks for
/// more.
@NullMarked
package org.menfang.fuzz;

import org.jspecify.annotations.NullMarked;
