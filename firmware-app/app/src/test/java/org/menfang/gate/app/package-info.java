/// Tests of the program: its command line, and the whole of it as a process.
@NullMarked
package org.menfang.gate.app;

import org.jspecify.annotations.NullMarked;
