package org.menfang.vocabulary;

import java.util.regex.Pattern;

/// What is validated of a credential: its format and its number, such as `wiegand-26:03:1A2B`.
///
/// @param value format, colon, number; 3 to 80 characters of `[a-z0-9-]`, then `:`, then
///   `[0-9A-F:]`
public record CredentialIdentifier(String value) implements Comparable<CredentialIdentifier> {
    public static final int LENGTH_MAX = 80;

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,32}:[0-9A-F:]{1,47}");

    public CredentialIdentifier {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not a credential identifier (length " + value.length() + ")");
        }
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
