package org.menfang.tag;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-128 with one key in one direction, over chained blocks that each time begin with a block of
/// zeros, as tags use it.
final class AesBlocks {
    static final int BLOCK_BYTES = 16;

    private final Cipher cipher;

    private AesBlocks(int mode, TagKey key) {
        try {
            cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(key.bytes(), "AES"),
                    new IvParameterSpec(new byte[BLOCK_BYTES]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    static AesBlocks encryption(TagKey key) {
        return new AesBlocks(Cipher.ENCRYPT_MODE, key);
    }

    static AesBlocks decryption(TagKey key) {
        return new AesBlocks(Cipher.DECRYPT_MODE, key);
    }

    /// @param blocks whole blocks
    byte[] run(byte[] blocks) {
        try {
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("these are not whole blocks", e);
        }
    }
}
