package org.menfang.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How credentials are told genuine, and what their class may open.
///
/// @param pinKey turns a PIN into its {@link PinHash}; needed where anybody has a PIN
/// @param pinDigits how many digits every PIN has, 4 to 8; needed where a PIN opens alone, since
///   there have to be 1000 codes for each one given out (IEC 60839-11-1)
/// @param tagKey opens the encrypted part of a signed tag's message; the same for all tags of the
///   compound
public record RecognitionRules(
        List<ClassLimit> classLimits,
        @Nullable SecretKey pinKey,
        @Nullable Integer pinDigits,
        @Nullable SecretKey tagKey) {
    public static final int PIN_DIGITS_MIN = 4;
    public static final int PIN_DIGITS_MAX = 8;

    /// How many codes there are at least for each PIN that opens alone.
    public static final int CODES_A_PIN = 1_000;

    public static final RecognitionRules NONE = new RecognitionRules(List.of(), null, null);

    public RecognitionRules {
        classLimits = List.copyOf(classLimits);
        if (pinDigits != null && (pinDigits < PIN_DIGITS_MIN || pinDigits > PIN_DIGITS_MAX)) {
            throw new IllegalArgumentException("a PIN of " + pinDigits + " digits");
        }
    }

    /// Where no PIN opens alone.
    public RecognitionRules(
            List<ClassLimit> classLimits, @Nullable SecretKey pinKey, @Nullable SecretKey tagKey) {
        this(classLimits, pinKey, null, tagKey);
    }

    /// How many PINs may open alone where PINs have so many digits.
    public static int pinsAloneMax(int digits) {
        int codes = 1;
        for (int digit = 0; digit < digits; digit++) {
            codes *= 10;
        }
        return codes / CODES_A_PIN;
    }
}
