/// Simulated OSDP readers on one line, written from SIA OSDP 2.2 (IEC 60839-11-5) and apart from
/// the gate's control panel: that two readings of the standard agree is what they are for.
@NullMarked
package org.menfang.sim.osdp;

import org.jspecify.annotations.NullMarked;
