/// What the operating system tells the gate: the time and how far to trust it, room on the disk,
/// and the gate's own key.
@NullMarked
package org.menfang.gate.os;

import org.jspecify.annotations.NullMarked;
