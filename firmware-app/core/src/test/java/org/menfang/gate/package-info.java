/// What the gate as a whole does: scripts in text blocks, seeded random inputs, and the tidiness of
/// the code itself.
@NullMarked
package org.menfang.gate;

import org.jspecify.annotations.NullMarked;
