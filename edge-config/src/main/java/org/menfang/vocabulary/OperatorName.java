package org.menfang.vocabulary;

/// Who gave a command: the name that this person signed in with.
///
/// @param value 1 to 40 characters without control characters
public record OperatorName(String value) {
    public static final int LENGTH_MAX = 40;

    public OperatorName {
        if (value.isBlank()
                || value.length() > LENGTH_MAX
                || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "an operator's name has 1 to " + LENGTH_MAX + " printable characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
