package org.menfang.vocabulary;

/// What is validated of a credential: its format and its number, such as `wiegand-26:03:1A2B`.
///
/// @param value format, colon, number; 3 to 80 characters of `[a-z0-9-]`, then `:`, then
///   `[0-9A-F:]`
public record CredentialIdentifier(String value) implements Comparable<CredentialIdentifier> {
    public static final int LENGTH_MAX = 80;

    private static final int FORMAT_CHARS_MAX = 32;
    private static final int NUMBER_CHARS_MAX = 47;

    public CredentialIdentifier {
        if (!isIdentifier(value)) {
            throw new IllegalArgumentException(
                    "not a credential identifier (length " + value.length() + ")");
        }
    }

    private static boolean isIdentifier(String text) {
        int colon = text.indexOf(':');
        int number = text.length() - colon - 1;
        if (colon < 1 || colon > FORMAT_CHARS_MAX || number < 1 || number > NUMBER_CHARS_MAX) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits =
                    (c >= '0' && c <= '9')
                            || (i < colon
                                    ? (c >= 'a' && c <= 'z') || c == '-'
                                    : (c >= 'A' && c <= 'F') || c == ':');
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(CredentialIdentifier other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
