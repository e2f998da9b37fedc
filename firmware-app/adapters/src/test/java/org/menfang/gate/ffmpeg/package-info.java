/// Tests with the real `ffmpeg`.
@NullMarked
package org.menfang.gate.ffmpeg;

import org.jspecify.annotations.NullMarked;
