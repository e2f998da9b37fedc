package org.menfang.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How credentials are told genuine, and what their class may open.
///
/// @param pinKey turns a PIN into its {@link PinHash}; needed where anybody has a PIN
/// @param tagKey opens the encrypted part of a signed tag's message; the same for all tags of the
///   compound
public record RecognitionRules(
        List<ClassLimit> classLimits, @Nullable SecretKey pinKey, @Nullable SecretKey tagKey) {
    public static final RecognitionRules NONE = new RecognitionRules(List.of(), null, null);

    public RecognitionRules {
        classLimits = List.copyOf(classLimits);
    }
}
