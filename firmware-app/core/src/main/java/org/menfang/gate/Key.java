package org.menfang.gate;

import java.util.Optional;

/// A key of a keypad.
public enum Key {
    DIGIT_0,
    DIGIT_1,
    DIGIT_2,
    DIGIT_3,
    DIGIT_4,
    DIGIT_5,
    DIGIT_6,
    DIGIT_7,
    DIGIT_8,
    DIGIT_9,
    /// Forget what was entered; `*` on most keypads.
    CLEAR,
    /// That was all; `#` on most keypads.
    ENTER;

    /// The digit on it; none for the other two.
    public Optional<Character> digit() {
        return switch (this) {
            case DIGIT_0 -> Optional.of('0');
            case DIGIT_1 -> Optional.of('1');
            case DIGIT_2 -> Optional.of('2');
            case DIGIT_3 -> Optional.of('3');
            case DIGIT_4 -> Optional.of('4');
            case DIGIT_5 -> Optional.of('5');
            case DIGIT_6 -> Optional.of('6');
            case DIGIT_7 -> Optional.of('7');
            case DIGIT_8 -> Optional.of('8');
            case DIGIT_9 -> Optional.of('9');
            case CLEAR, ENTER -> Optional.empty();
        };
    }

    /// @throws IllegalArgumentException if it is not a digit
    public static Key ofDigit(char digit) {
        if (digit < '0' || digit > '9') {
            throw new IllegalArgumentException("not a digit: " + digit);
        }
        return values()[digit - '0'];
    }
}
