package org.menfang.rules;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// A secret key of 16 or 32 bytes. Its text never shows it.
///
/// @param value 32 or 64 upper-case hexadecimal digits
public record SecretKey(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-F]{32}(?:[0-9A-F]{32})?");

    public SecretKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a secret key is 32 or 64 hexadecimal digits");
        }
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(value);
    }

    @Override
    public String toString() {
        return "SecretKey";
    }
}
