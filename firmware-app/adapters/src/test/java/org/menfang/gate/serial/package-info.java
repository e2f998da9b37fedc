/// Tests of serial lines over pseudo-terminals and sockets.
@NullMarked
package org.menfang.gate.serial;

import org.jspecify.annotations.NullMarked;
