/// A chip in memory, for tests.
@NullMarked
package org.menfang.gate.hardware;

import org.jspecify.annotations.NullMarked;
