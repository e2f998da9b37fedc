/// The loop and its inbox under load, under faults, and with all ports in memory.
@NullMarked
package org.menfang.gate.loop;

import org.jspecify.annotations.NullMarked;
