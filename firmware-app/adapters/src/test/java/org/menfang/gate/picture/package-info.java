/// Tests of the pictures, of what is kept, and of cameras that fail.
@NullMarked
package org.menfang.gate.picture;

import org.jspecify.annotations.NullMarked;
