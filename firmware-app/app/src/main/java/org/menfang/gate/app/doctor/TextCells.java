package org.menfang.gate.app.doctor;

import java.util.ArrayList;
import java.util.List;

/// Text on a terminal, where a Chinese sign takes the room of two letters.
final class TextCells {
    /// The ranges of Unicode's East Asian Width that are wide, as far as names are written in them.
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F},
        {0x20000, 0x3FFFD}
    };

    private TextCells() {}

    /// How many cells a text takes.
    static int width(String text) {
        return text.codePoints().map(TextCells::width).sum();
    }

    private static int width(int sign) {
        for (int[] range : WIDE) {
            if (sign >= range[0] && sign <= range[1]) {
                return 2;
            }
        }
        return 1;
    }

    /// The text with spaces behind it, up to a width.
    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /// The text in lines of no more than a width: broken at spaces, and between Chinese signs. What
    /// is longer than a line stays whole if it is one word.
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (width(line.toString().stripTrailing()) > 0
                    && width(line + piece.stripTrailing()) > width) {
                lines.add(plain(line));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? piece.stripLeading() : piece);
        }
        lines.add(plain(line));
        return lines;
    }

    private static String plain(StringBuilder line) {
        return line.toString().stripTrailing().replace(Words.TIED, " ");
    }

    /// What may not be broken: words with the space behind them, and single Chinese signs, together
    /// with a stop that follows.
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int[] signs = text.codePoints().toArray();
        for (int i = 0; i < signs.length; i++) {
            piece.appendCodePoint(signs[i]);
            boolean last = i + 1 == signs.length;
            if (last || breaksBetween(signs[i], signs[i + 1])) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        return pieces;
    }

    private static boolean isTied(int sign) {
        return Words.TIED.indexOf(sign) == 0;
    }

    private static boolean breaksBetween(int one, int next) {
        if (isTied(one) || isTied(next)) {
            return false;
        }
        if (next == ' ' || "，。：；！？）、”".indexOf(next) >= 0 || "（“".indexOf(one) >= 0) {
            return false;
        }
        return one == ' ' || width(one) == 2 || width(next) == 2;
    }
}
