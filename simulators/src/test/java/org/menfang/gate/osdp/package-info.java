/// The panel for OSDP readers against simulated readers, which were written apart from it.
@NullMarked
package org.menfang.gate.osdp;

import org.jspecify.annotations.NullMarked;
