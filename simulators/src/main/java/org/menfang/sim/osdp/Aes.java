package org.menfang.sim.osdp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-128 over whole blocks.
final class Aes {
    static final int BLOCK_BYTES = 16;

    private static final byte END_OF_DATA = (byte) 0x80;

    private Aes() {}

    /// One block, by the key alone.
    static byte[] block(byte[] key, byte[] block) {
        return encrypt(key, new byte[BLOCK_BYTES], block);
    }

    /// A chain of blocks.
    static byte[] encrypt(byte[] key, byte[] before, byte[] blocks) {
        return run(Cipher.ENCRYPT_MODE, key, before, blocks);
    }

    static byte[] decrypt(byte[] key, byte[] before, byte[] blocks) {
        return run(Cipher.DECRYPT_MODE, key, before, blocks);
    }

    /// Fills the last block up, beginning with a mark.
    static byte[] pad(byte[] data) {
        int blocks = (data.length + BLOCK_BYTES) / BLOCK_BYTES;
        byte[] padded = Arrays.copyOf(data, blocks * BLOCK_BYTES);
        padded[data.length] = END_OF_DATA;
        return padded;
    }

    /// Where data end that were filled up; -1 if there is no mark.
    static int endOfData(byte[] padded) {
        int at = padded.length - 1;
        while (at >= 0 && padded[at] == 0) {
            at--;
        }
        return at >= 0 && padded[at] == END_OF_DATA ? at : -1;
    }

    private static byte[] run(int mode, byte[] key, byte[] before, byte[] blocks) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(before));
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }
}
