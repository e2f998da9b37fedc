/// Tests of what is kept for how long, and how it survives the machine.
@NullMarked
package org.menfang.hub.keep;

import org.jspecify.annotations.NullMarked;
