package org.menfang.tag;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.menfang.vocabulary.CredentialIdentifier;

/// The number that a tag got when it was made.
///
/// @param value 14 upper-case hexadecimal digits
public record TagUid(String value) {
    static final int BYTES = 7;

    /// The format of such a number among {@link CredentialIdentifier}s.
    public static final String FORMAT = "ntag-424";

    private static final Pattern FORM = Pattern.compile("[0-9A-F]{14}");

    public TagUid {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not the number of a tag: it needs 14 upper-case hexadecimal digits");
        }
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    static TagUid of(byte[] bytes, int from) {
        return new TagUid(HexFormat.of().withUpperCase().formatHex(bytes, from, from + BYTES));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(value);
    }

    /// Under which number the rules know the tag.
    public CredentialIdentifier identifier() {
        return new CredentialIdentifier(FORMAT + ":" + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
