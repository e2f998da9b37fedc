/// Frames of cameras that are reached by network or file: one supervised `ffmpeg` process each.
@NullMarked
package org.menfang.gate.ffmpeg;

import org.jspecify.annotations.NullMarked;
