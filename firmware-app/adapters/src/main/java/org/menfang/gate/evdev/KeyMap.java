package org.menfang.gate.evdev;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which sign each key gives on a keyboard as readers are one: the layout of the United States,
/// which is what they speak from the factory. Codes are those of the kernel's
/// `input-event-codes.h`.
final class KeyMap {
    static final int BACKSPACE = 14;
    static final int ENTER = 28;
    static final int ESCAPE = 1;
    static final int LEFT_SHIFT = 42;
    static final int RIGHT_SHIFT = 54;
    static final int KEYPAD_ENTER = 96;

    private static final Map<Integer, Character> PLAIN = new TreeMap<>();
    private static final Map<Integer, Character> SHIFTED = new TreeMap<>();

    static {
        row(2, "1234567890-=", "!@#$%^&*()_+");
        row(16, "qwertyuiop[]", "QWERTYUIOP{}");
        row(30, "asdfghjkl;'`", "ASDFGHJKL:\"~");
        row(43, "\\zxcvbnm,./", "|ZXCVBNM<>?");
        row(55, "*", "*");
        row(57, " ", " ");
        row(71, "789-456+1230.", "789-456+1230.");
        row(98, "/", "/");
    }

    private KeyMap() {}

    private static void row(int first, String plain, String shifted) {
        for (int i = 0; i < plain.length(); i++) {
            PLAIN.put(first + i, plain.charAt(i));
            SHIFTED.put(first + i, shifted.charAt(i));
        }
    }

    static Optional<Character> sign(int code, boolean shifted) {
        return Optional.ofNullable((shifted ? SHIFTED : PLAIN).get(code));
    }

    static boolean isShift(int code) {
        return code == LEFT_SHIFT || code == RIGHT_SHIFT;
    }

    static boolean isEnter(int code) {
        return code == ENTER || code == KEYPAD_ENTER;
    }
}
