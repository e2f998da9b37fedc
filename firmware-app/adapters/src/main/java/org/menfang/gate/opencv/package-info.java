/// Stills through OpenCV: scaled, with a line of text over them, as JPEG.
///
/// This is the only package that knows OpenCV.
@NullMarked
package org.menfang.gate.opencv;

import org.jspecify.annotations.NullMarked;
