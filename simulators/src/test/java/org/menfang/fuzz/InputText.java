package org.menfang.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// An input as one line of text: what ASCII shows stands for itself, everything else is `\n`, `\r`,
/// `\t`, `\\` or `\x` and two digits. No byte at all is `\-`.
final class InputText {
    private static final String NOTHING = "\\-";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private InputText() {}

    static String write(byte[] input) {
        if (input.length == 0) {
            return NOTHING;
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < input.length; i++) {
            boolean edge = i == 0 || i == input.length - 1;
            line.append(write(input[i], edge));
        }
        return line.toString();
    }

    private static String write(byte each, boolean edge) {
        return switch (each) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\\' -> "\\\\";
            default -> isShown(each, edge) ? Character.toString((char) each) : escaped(each);
        };
    }

    /// At an edge of the line an editor takes away a space, and # begins a comment.
    private static boolean isShown(byte each, boolean edge) {
        return edge ? each > ' ' && each <= '~' && each != '#' : each >= ' ' && each <= '~';
    }

    private static String escaped(byte each) {
        return "\\x" + HEX.toHexDigits(each);
    }

    /// @throws IllegalArgumentException if nobody wrote this line
    static byte[] read(String line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (line.equals(NOTHING)) {
            return bytes.toByteArray();
        }
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '\\') {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            char kind = ++i < line.length() ? line.charAt(i) : ' ';
            switch (kind) {
                case 'n' -> bytes.write('\n');
                case 'r' -> bytes.write('\r');
                case 't' -> bytes.write('\t');
                case '\\' -> bytes.write('\\');
                case 'x' -> {
                    bytes.write(HexFormat.fromHexDigits(line, i + 1, i + 3));
                    i += 2;
                }
                default -> throw new IllegalArgumentException("no such escape: \\" + kind);
            }
        }
        return bytes.toByteArray();
    }
}
