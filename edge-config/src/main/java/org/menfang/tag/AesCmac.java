package org.menfang.tag;

import java.util.Arrays;

/// AES-CMAC, RFC 4493.
public final class AesCmac {
    private static final int BLOCK_BYTES = AesBlocks.BLOCK_BYTES;

    /// What doubling a block carries out at its top comes back in as (RFC 4493, section 2.3).
    private static final int CARRIED = 0x87;

    private AesCmac() {}

    /// The 16 bytes that authenticate a message.
    public static byte[] of(TagKey key, byte[] message) {
        AesBlocks aes = AesBlocks.encryption(key);
        byte[] chained = aes.run(wholeBlocks(aes, message));
        return Arrays.copyOfRange(chained, chained.length - BLOCK_BYTES, chained.length);
    }

    /// The message, filled up where it does not end with a block, its last block mixed with the
    /// subkey that says which of both it was.
    private static byte[] wholeBlocks(AesBlocks aes, byte[] message) {
        int count = Math.max(1, Math.ceilDiv(message.length, BLOCK_BYTES));
        byte[] blocks = Arrays.copyOf(message, count * BLOCK_BYTES);
        byte[] subkey = doubled(aes.run(new byte[BLOCK_BYTES]));
        if (message.length < blocks.length) {
            blocks[message.length] = (byte) 0x80;
            subkey = doubled(subkey);
        }
        int last = blocks.length - BLOCK_BYTES;
        for (int i = 0; i < BLOCK_BYTES; i++) {
            blocks[last + i] ^= subkey[i];
        }
        return blocks;
    }

    /// The block times two, in the field of RFC 4493, section 2.3.
    static byte[] doubled(byte[] block) {
        byte[] twice = new byte[BLOCK_BYTES];
        int carry = 0;
        for (int i = BLOCK_BYTES - 1; i >= 0; i--) {
            int shifted = (block[i] & 0xFF) << 1 | carry;
            twice[i] = (byte) shifted;
            carry = shifted >> Byte.SIZE;
        }
        // Without a branch: the time tells nothing of the key.
        twice[BLOCK_BYTES - 1] ^= (byte) (-carry & CARRIED);
        return twice;
    }
}
