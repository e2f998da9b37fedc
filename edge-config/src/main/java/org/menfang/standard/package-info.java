/// The names that other access control systems give to what happens at a gate: those of the ONVIF
/// Access Control Service and of BACnet (ASHRAE 135).
@NullMarked
package org.menfang.standard;

import org.jspecify.annotations.NullMarked;
