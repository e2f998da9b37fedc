package org.menfang.gate.serial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.menfang.gate.Input;

/// Cuts bytes into lines of text. A line ends with CR, LF or both; one that is too long, or has a
/// byte that is no sign, is refused whole and counted.
final class TextLines {
    private static final int CR = '\r';
    private static final int LF = '\n';

    private final byte[] line = new byte[Input.CodeRead.TEXT_CHARS_MAX];
    private int length;
    private boolean broken;
    private long refused;

    /// Takes some bytes.
    ///
    /// @return the lines that ended within them
    List<String> take(byte[] bytes, int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int sign = bytes[i] & 0xFF;
            if (sign == CR || sign == LF) {
                end(lines);
            } else {
                add(sign);
            }
        }
        return lines;
    }

    /// How many lines were refused.
    long refused() {
        return refused;
    }

    /// What has not ended belongs to a device that is gone.
    void forget() {
        length = 0;
        broken = false;
    }

    private void add(int sign) {
        broken |= sign < ' ' || sign > '~' || length == line.length;
        if (!broken) {
            line[length++] = (byte) sign;
        }
    }

    private void end(List<String> lines) {
        if (broken) {
            refused++;
        } else if (length > 0) {
            lines.add(new String(line, 0, length, StandardCharsets.US_ASCII));
        }
        forget();
    }
}
