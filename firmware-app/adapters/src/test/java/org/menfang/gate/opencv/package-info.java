/// Tests with the real OpenCV.
@NullMarked
package org.menfang.gate.opencv;

import org.jspecify.annotations.NullMarked;
