package org.menfang.tag;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The encrypted number and counter of a tag: one block of AES (AN12196, "PICCData").
///
/// @param value 32 upper-case hexadecimal digits
public record PiccData(String value) {
    /// How many bytes of chance fill the block up, so that no two taps look alike.
    public static final int PADDING_BYTES = 5;

    /// Number and counter are there, and the number has seven bytes.
    private static final byte NUMBER_AND_COUNTER = (byte) 0xC7;

    private static final int UID_AT = 1;
    private static final int COUNTER_AT = UID_AT + TagUid.BYTES;
    private static final int PADDING_AT = COUNTER_AT + TagCounter.BYTES;

    private static final Pattern FORM = Pattern.compile("[0-9A-F]{32}");

    public PiccData {
        if (!isOne(value)) {
            throw new IllegalArgumentException("it needs 32 upper-case hexadecimal digits");
        }
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /// What a tag makes of its number and counter.
    ///
    /// @param padding {@link #PADDING_BYTES} bytes of chance
    static PiccData of(SunMessage message, TagKey piccKey, byte[] padding) {
        if (padding.length != PADDING_BYTES) {
            throw new IllegalArgumentException("it needs 5 bytes of chance");
        }
        byte[] block = new byte[TagKey.BYTES];
        block[0] = NUMBER_AND_COUNTER;
        System.arraycopy(message.uid().bytes(), 0, block, UID_AT, TagUid.BYTES);
        TagCounter.write(message.counter(), block, COUNTER_AT);
        System.arraycopy(padding, 0, block, PADDING_AT, PADDING_BYTES);
        byte[] encrypted = AesBlocks.encryption(piccKey).run(block);
        return new PiccData(HexFormat.of().withUpperCase().formatHex(encrypted));
    }

    Optional<SunMessage> open(TagKey piccKey) {
        byte[] block = AesBlocks.decryption(piccKey).run(HexFormat.of().parseHex(value));
        if (block[0] != NUMBER_AND_COUNTER) {
            return Optional.empty();
        }
        return Optional.of(
                new SunMessage(TagUid.of(block, UID_AT), TagCounter.read(block, COUNTER_AT)));
    }
}
