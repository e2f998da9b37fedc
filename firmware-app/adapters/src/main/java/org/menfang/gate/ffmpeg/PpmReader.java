package org.menfang.gate.ffmpeg;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Reads a row of pictures in the portable pixmap format (`P6`, one byte a colour), each of which
/// says how large it is. Nothing in the stream can make it take more room than the largest frame.
final class PpmReader {
    private static final int NUMBER_DIGITS_MAX = 5;
    private static final int COLOUR_MAX = 255;
    private static final int PIPE_BYTES = 64 * 1024;

    private final InputStream in;
    private byte[] pixels = new byte[0];
    private int width;
    private int height;

    PpmReader(InputStream in) {
        this.in = new BufferedInputStream(in, PIPE_BYTES);
    }

    /// Reads the next picture; false at the end of the stream.
    ///
    /// @throws GarbledStream if what comes is not a picture
    boolean next() throws IOException {
        int first = in.read();
        if (first < 0) {
            return false;
        }
        if (first != 'P' || in.read() != '6') {
            throw new GarbledStream("a picture does not begin with P6");
        }
        width = side();
        height = side();
        if (number() != COLOUR_MAX) {
            throw new GarbledStream("a picture has more than one byte a colour");
        }
        if (pixels.length != width * height * 3) {
            pixels = new byte[width * height * 3];
        }
        if (in.readNBytes(pixels, 0, pixels.length) < pixels.length) {
            throw new EOFException("the stream ended within a picture");
        }
        return true;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// Gives the pixels of the last picture away, red, green, blue, and takes an old array to fill
    /// next.
    byte[] exchange(byte[] old) {
        byte[] full = pixels;
        pixels = old;
        return full;
    }

    private int side() throws IOException {
        int side = number();
        if (side < 1 || side > FfmpegCommand.SIDE_PIXELS_MAX) {
            throw new GarbledStream("a picture has a side of " + side + " pixels");
        }
        return side;
    }

    /// One number, after white space, and the one white space after it.
    private int number() throws IOException {
        int next = in.read();
        while (Character.isWhitespace(next)) {
            next = in.read();
        }
        int value = 0;
        for (int digits = 0; next >= '0' && next <= '9'; digits++) {
            if (digits == NUMBER_DIGITS_MAX) {
                throw new GarbledStream("a number is too long");
            }
            value = value * 10 + (next - '0');
            next = in.read();
        }
        if (!Character.isWhitespace(next)) {
            throw new GarbledStream("a number does not end");
        }
        return value;
    }

    /// What comes is not a picture.
    static final class GarbledStream extends IOException {
        private static final long serialVersionUID = 1L;

        GarbledStream(String why) {
            super(why);
        }
    }
}
