package org.menfang.gate.hardware;

import java.nio.ByteBuffer;

/// One picture: rows from top to bottom, three bytes a pixel, blue, green, red.
///
/// @param width pixels, 1 and up
/// @param height pixels, 1 and up
/// @param pixels `width * height * 3` bytes, from its position on; read only
public record Frame(int width, int height, ByteBuffer pixels) {
    public Frame {
        if (width < 1 || height < 1 || pixels.remaining() != width * height * 3) {
            throw new IllegalArgumentException(
                    "a frame of " + width + " x " + height + " needs three bytes a pixel");
        }
        pixels = pixels.asReadOnlyBuffer();
    }
}
