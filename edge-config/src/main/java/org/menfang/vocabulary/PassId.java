package org.menfang.vocabulary;

import java.util.regex.Pattern;

/// The number of a pass, the same in each of its forms.
///
/// @param value 16 upper-case hexadecimal digits
public record PassId(String value) implements Comparable<PassId> {
    private static final Pattern FORM = Pattern.compile("[0-9A-F]{16}");

    public PassId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a pass id is 16 hexadecimal digits");
        }
    }

    /// The credential identifier that stands for the pass in events.
    public CredentialIdentifier identifier() {
        return new CredentialIdentifier("pass:" + value);
    }

    @Override
    public int compareTo(PassId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
