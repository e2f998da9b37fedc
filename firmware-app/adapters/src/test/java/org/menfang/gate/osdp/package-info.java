/// Tests of the control panel of OSDP.
@NullMarked
package org.menfang.gate.osdp;

import org.jspecify.annotations.NullMarked;
