package org.menfang.tag;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/// The own keys of cards, all made from one master key and the number of each card (AN10922,
/// "AES-128 key diversification"). Whoever takes one card apart has the key of that card and no
/// other.
public final class DiversifiedKeys {
    /// Says that AES-128 is meant, so that no other scheme makes the same key.
    private static final byte CONSTANT = 0x01;

    private static final byte PADDING = (byte) 0x80;

    /// AN10922 fills every input up to two blocks.
    private static final int INPUT_BYTES = 2 * AesBlocks.BLOCK_BYTES;

    /// The "system identifier" of AN10922: keys that others make of the same master are others.
    private static final byte[] SYSTEM = "Menfang".getBytes(US_ASCII);

    private DiversifiedKeys() {}

    /// The key that a card of this number gets.
    public static TagKey of(TagKey master, TagUid uid) {
        byte[] number = uid.bytes();
        byte[] input = Arrays.copyOf(number, number.length + SYSTEM.length);
        System.arraycopy(SYSTEM, 0, input, number.length, SYSTEM.length);
        return of(master, input);
    }

    /// The key for any input.
    ///
    /// @param input 1 to 31 bytes
    static TagKey of(TagKey master, byte[] input) {
        if (input.length == 0 || input.length >= INPUT_BYTES) {
            throw new IllegalArgumentException("an input has 1 to 31 bytes, not " + input.length);
        }
        byte[] blocks = new byte[INPUT_BYTES];
        blocks[0] = CONSTANT;
        System.arraycopy(input, 0, blocks, 1, input.length);
        AesBlocks aes = AesBlocks.encryption(master);
        byte[] subkey = AesCmac.doubled(aes.run(new byte[AesBlocks.BLOCK_BYTES]));
        if (input.length + 1 < INPUT_BYTES) {
            blocks[input.length + 1] = PADDING;
            subkey = AesCmac.doubled(subkey);
        }
        for (int i = 0; i < subkey.length; i++) {
            blocks[AesBlocks.BLOCK_BYTES + i] ^= subkey[i];
        }
        byte[] chained = aes.run(blocks);
        return new TagKey(Arrays.copyOfRange(chained, AesBlocks.BLOCK_BYTES, chained.length));
    }
}
