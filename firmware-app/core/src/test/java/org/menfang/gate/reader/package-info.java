/// Card formats, bit by bit.
@NullMarked
package org.menfang.gate.reader;

import org.jspecify.annotations.NullMarked;
