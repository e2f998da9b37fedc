package org.menfang.tag;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The eight bytes with which a tag signs its number and counter (AN12196, "SDMMAC").
///
/// They are made over an empty text, with a key of this one tap: number and counter are in the key,
/// so that the rest of the link is not signed.
///
/// @param value 16 upper-case hexadecimal digits
public record TagMac(String value) {
    private static final byte[] TAP_KEY_BEGINS = {0x3C, (byte) 0xC3, 0x00, 0x01, 0x00, (byte) 0x80};
    private static final int BYTES = 8;
    private static final byte[] NOTHING = {};
    private static final Pattern FORM = Pattern.compile("[0-9A-F]{16}");

    public TagMac {
        if (!isOne(value)) {
            throw new IllegalArgumentException("it needs 16 upper-case hexadecimal digits");
        }
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    static TagMac of(SunMessage message, TagKey fileKey) {
        return over(NOTHING, message, fileKey);
    }

    /// Over a text of the link, as a tag can be told to.
    static TagMac over(byte[] text, SunMessage message, TagKey fileKey) {
        byte[] whole = AesCmac.of(tapKey(message, fileKey), text);
        byte[] everySecond = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            everySecond[i] = whole[2 * i + 1];
        }
        return new TagMac(HexFormat.of().withUpperCase().formatHex(everySecond));
    }

    /// The key that a tag uses for one tap.
    static TagKey tapKey(SunMessage message, TagKey fileKey) {
        byte[] vector = new byte[TagKey.BYTES];
        int uidAt = TAP_KEY_BEGINS.length;
        System.arraycopy(TAP_KEY_BEGINS, 0, vector, 0, uidAt);
        System.arraycopy(message.uid().bytes(), 0, vector, uidAt, TagUid.BYTES);
        TagCounter.write(message.counter(), vector, uidAt + TagUid.BYTES);
        return new TagKey(AesCmac.of(fileKey, vector));
    }

    /// Compares in a time that does not tell how much of it is right.
    boolean isOf(SunMessage message, TagKey fileKey) {
        return MessageDigest.isEqual(bytes(), of(message, fileKey).bytes());
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.US_ASCII);
    }
}
