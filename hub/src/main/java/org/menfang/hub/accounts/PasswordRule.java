package org.menfang.hub.accounts;

import java.util.Locale;
import org.menfang.vocabulary.OperatorName;

/// What a password has to be. Length does the work; no rule asks for signs that nobody remembers.
public enum PasswordRule {
    KEPT,
    TOO_SHORT,
    TOO_LONG,
    /// The same sign again and again, or signs in a row such as `12345678`.
    TOO_PLAIN,
    /// It contains the name that it goes with.
    HOLDS_THE_NAME;

    public static final int CHARS_MIN = 8;
    public static final int CHARS_MAX = 128;

    /// The first rule that a password breaks, or {@link #KEPT}.
    public static PasswordRule of(OperatorName name, String password) {
        if (password.codePointCount(0, password.length()) < CHARS_MIN) {
            return TOO_SHORT;
        }
        if (password.length() > CHARS_MAX) {
            return TOO_LONG;
        }
        if (isRunOfSigns(password)) {
            return TOO_PLAIN;
        }
        String lowerName = name.value().toLowerCase(Locale.ROOT);
        return lowerName.length() > 2 && password.toLowerCase(Locale.ROOT).contains(lowerName)
                ? HOLDS_THE_NAME
                : KEPT;
    }

    /// Whether every sign is the same step away from the one before it.
    private static boolean isRunOfSigns(String password) {
        int step = password.charAt(1) - password.charAt(0);
        if (Math.abs(step) > 1) {
            return false;
        }
        for (int i = 1; i < password.length(); i++) {
            if (password.charAt(i) - password.charAt(i - 1) != step) {
                return false;
            }
        }
        return true;
    }
}
