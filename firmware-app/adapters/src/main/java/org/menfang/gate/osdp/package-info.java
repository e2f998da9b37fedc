/// OSDP (SIA OSDP 2.2, IEC 60839-11-5) as the control panel: readers on RS-485 lines that are
/// polled one after the other, each in a secure channel of its own.
@NullMarked
package org.menfang.gate.osdp;

import org.jspecify.annotations.NullMarked;
