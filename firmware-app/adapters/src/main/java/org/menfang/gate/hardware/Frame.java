package org.menfang.gate.hardware;

import java.nio.ByteBuffer;

/// One picture: rows from top to bottom, three bytes a pixel, blue, green, red.
///
/// @param width pixels, 1 to {@link #SIDE_PIXELS_MAX}
/// @param height pixels, 1 to {@link #SIDE_PIXELS_MAX}
/// @param pixels `width * height * 3` bytes, from its position on; read only
public record Frame(int width, int height, ByteBuffer pixels) {
    /// The longest side that a frame may have.
    public static final int SIDE_PIXELS_MAX = 4096;

    public Frame {
        if (width < 1
                || height < 1
                || width > SIDE_PIXELS_MAX
                || height > SIDE_PIXELS_MAX
                || pixels.remaining() != width * height * 3) {
            throw new IllegalArgumentException(
                    "a frame of " + width + " x " + height + " needs three bytes a pixel");
        }
        pixels = pixels.asReadOnlyBuffer();
    }
}
