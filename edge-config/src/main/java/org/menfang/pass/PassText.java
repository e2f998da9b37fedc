package org.menfang.pass;

import org.jspecify.annotations.Nullable;
import org.menfang.base45.Base45;

/// What stands in the QR code of a pass: `MF1:` and the signed pass in Base45; or, with a code of
/// the moment, `MF1+`, the code and the signed pass. QR codes hold all these characters in five and
/// a half bits each.
///
/// @param code the code of the moment; none for a pass on paper
/// @param base45 the signed pass
record PassText(@Nullable String code, String base45) {
    static final String PLAIN = "MF1:";
    static final String WITH_CODE = "MF1+";

    /// Reads a text; null if it does not begin like one of ours.
    static @Nullable PassText read(String text) {
        if (text.startsWith(PLAIN)) {
            return new PassText(null, text.substring(PLAIN.length()));
        }
        int end = WITH_CODE.length() + RotatingCode.CHARS;
        if (text.startsWith(WITH_CODE) && text.length() >= end) {
            return new PassText(text.substring(WITH_CODE.length(), end), text.substring(end));
        }
        return null;
    }

    static String write(@Nullable String code, byte[] signed) {
        String base45 = Base45.encode(signed);
        return code == null ? PLAIN + base45 : WITH_CODE + code + base45;
    }
}
