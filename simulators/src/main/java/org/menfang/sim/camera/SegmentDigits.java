package org.menfang.sim.camera;

import java.awt.Graphics2D;

/// Digits in seven segments, as a camera's clock shows them.
final class SegmentDigits {
    private static final int DIGIT_WIDTH = 8;
    private static final int DIGIT_HEIGHT = 14;
    private static final int ADVANCE = 12;
    private static final int HALF = DIGIT_HEIGHT / 2;

    /// The segments of each digit, one bit each: top, top right, bottom right, bottom, bottom left,
    /// top left, middle.
    private static final int[] SEGMENTS = {
        0b0111111, 0b0000110, 0b1011011, 0b1001111, 0b1100110,
        0b1101101, 0b1111101, 0b0000111, 0b1111111, 0b1101111
    };

    /// Where each segment begins and ends: x1, y1, x2, y2.
    private static final int[][] PLACES = {
        {0, 0, DIGIT_WIDTH, 0},
        {DIGIT_WIDTH, 0, DIGIT_WIDTH, HALF},
        {DIGIT_WIDTH, HALF, DIGIT_WIDTH, DIGIT_HEIGHT},
        {0, DIGIT_HEIGHT, DIGIT_WIDTH, DIGIT_HEIGHT},
        {0, HALF, 0, DIGIT_HEIGHT},
        {0, 0, 0, HALF},
        {0, HALF, DIGIT_WIDTH, HALF}
    };

    private SegmentDigits() {}

    static int width(String text) {
        return text.length() * ADVANCE;
    }

    /// Paints digits, hyphens and colons; anything else is a gap.
    static void paint(Graphics2D g, String text, int x, int y) {
        for (int i = 0; i < text.length(); i++) {
            paintSign(g, text.charAt(i), x + i * ADVANCE, y);
        }
    }

    private static void paintSign(Graphics2D g, char sign, int x, int y) {
        if (sign >= '0' && sign <= '9') {
            paintDigit(g, SEGMENTS[sign - '0'], x, y);
        } else if (sign == '-') {
            g.drawLine(x + 1, y + HALF, x + DIGIT_WIDTH - 1, y + HALF);
        } else if (sign == ':') {
            g.fillRect(x + 3, y + 3, 2, 2);
            g.fillRect(x + 3, y + DIGIT_HEIGHT - 4, 2, 2);
        }
    }

    private static void paintDigit(Graphics2D g, int segments, int x, int y) {
        for (int segment = 0; segment < PLACES.length; segment++) {
            if ((segments >> segment & 1) == 1) {
                int[] place = PLACES[segment];
                g.drawLine(x + place[0], y + place[1], x + place[2], y + place[3]);
            }
        }
    }
}
