package org.menfang.base45;

import java.util.Arrays;

/// Bytes as text and back, two bytes as three characters, the least significant first.
public final class Base45 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = 45;
    private static final int BYTE_VALUES = 1 << Byte.SIZE;

    /// The value of each ASCII character, -1 for those that have none.
    private static final int[] VALUES = values();

    private Base45() {}

    /// What became of a text: bytes, or the reason why there are none.
    public sealed interface Decoded {
        @SuppressWarnings("ArrayRecordComponent") // Bytes are handed over, never compared.
        record Bytes(byte[] bytes) implements Decoded {}

        /// @param index of the character at which reading ended
        record Refused(Base45Fault fault, int index) implements Decoded {}
    }

    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length * 3 / 2 + 1);
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            int value = (bytes[i] & 0xFF) * BYTE_VALUES + (bytes[i + 1] & 0xFF);
            text.append(ALPHABET.charAt(value % BASE))
                    .append(ALPHABET.charAt(value / BASE % BASE))
                    .append(ALPHABET.charAt(value / BASE / BASE));
        }
        if (bytes.length % 2 == 1) {
            int value = bytes[bytes.length - 1] & 0xFF;
            text.append(ALPHABET.charAt(value % BASE)).append(ALPHABET.charAt(value / BASE));
        }
        return text.toString();
    }

    /// Each sequence of bytes is written in one way only, so what is not refused here is what
    /// `encode` writes.
    public static Decoded decode(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (value(text, i) < 0) {
                return new Decoded.Refused(Base45Fault.UNKNOWN_CHARACTER, i);
            }
        }
        if (length % 3 == 1) {
            return new Decoded.Refused(Base45Fault.CHARACTER_LEFT_OVER, length - 1);
        }
        byte[] bytes = new byte[length / 3 * 2 + length % 3 / 2];
        int next = 0;
        for (int i = 0; i < length; i += 3) {
            int value = value(text, i) + BASE * value(text, i + 1);
            if (i + 2 < length) {
                value += BASE * BASE * value(text, i + 2);
                if (value >= BYTE_VALUES * BYTE_VALUES) {
                    return new Decoded.Refused(Base45Fault.THREE_TOO_LARGE, i);
                }
                bytes[next++] = (byte) (value / BYTE_VALUES);
            } else if (value >= BYTE_VALUES) {
                return new Decoded.Refused(Base45Fault.TWO_TOO_LARGE, i);
            }
            bytes[next++] = (byte) value;
        }
        return new Decoded.Bytes(bytes);
    }

    private static int value(String text, int index) {
        char c = text.charAt(index);
        return c < VALUES.length ? VALUES[c] : -1;
    }

    private static int[] values() {
        int[] values = new int[Byte.MAX_VALUE + 1];
        Arrays.fill(values, -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = i;
        }
        return values;
    }
}
