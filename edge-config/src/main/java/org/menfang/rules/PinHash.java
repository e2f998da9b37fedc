package org.menfang.rules;

import java.util.regex.Pattern;

/// What a PIN becomes under the PIN key of its compound: the first 16 bytes of HMAC-SHA-256 over
/// its digits. It keeps a PIN from the eyes of whoever handles a rule set; whoever has both key and
/// set can try all PINs in a moment.
///
/// @param value 32 upper-case hexadecimal digits
public record PinHash(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-F]{32}");

    public PinHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("the hash of a PIN is 32 hexadecimal digits");
        }
    }
}
