/// The seam to the hardware of one board: lines, readers, cameras and a clock. Real boards and the
/// simulated compound implement it; nothing above it knows which.
@NullMarked
package org.menfang.gate.hardware;

import org.jspecify.annotations.NullMarked;
