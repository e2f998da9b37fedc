package org.menfang.vocabulary;

import java.util.regex.Pattern;

/// The number of a command, made by the hub and never used twice.
///
/// @param value 8 to 64 letters, digits and hyphens
public record CommandId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{8,64}");

    public CommandId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not a command id: it needs 8 to 64 letters, digits and hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
