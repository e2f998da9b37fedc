/// The controller of one gate: what comes in, what goes out, and the one step between them.
@NullMarked
package org.menfang.gate;

import org.jspecify.annotations.NullMarked;
