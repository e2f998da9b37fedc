package org.menfang.gate.reader;

import java.util.Optional;
import org.menfang.gate.Key;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;

/// The digits that somebody has entered so far. What is not finished in time is forgotten, so that
/// nobody goes on with what another left behind.
final class Keypad {
    private final StringBuilder digits = new StringBuilder();
    private MonotonicTime forgottenAt = MonotonicTime.START;

    /// Takes a key.
    ///
    /// @return all digits, once somebody says that those are all. Of too many, only the first are
    ///   kept: more than any PIN has
    Optional<String> press(Key key, MonotonicTime now) {
        if (!now.isBefore(forgottenAt)) {
            clear();
        }
        forgottenAt = now.plus(Limits.KEYS_GATHERED);
        return switch (key) {
            case CLEAR -> {
                clear();
                yield Optional.empty();
            }
            case ENTER -> finish();
            case DIGIT_0,
                    DIGIT_1,
                    DIGIT_2,
                    DIGIT_3,
                    DIGIT_4,
                    DIGIT_5,
                    DIGIT_6,
                    DIGIT_7,
                    DIGIT_8,
                    DIGIT_9 -> {
                key.digit()
                        .filter(_ -> digits.length() < Limits.KEY_DIGITS_MAX)
                        .ifPresent(digits::append);
                yield Optional.empty();
            }
        };
    }

    void clear() {
        digits.setLength(0);
    }

    private Optional<String> finish() {
        String entered = digits.toString();
        clear();
        return entered.isEmpty() ? Optional.empty() : Optional.of(entered);
    }
}
