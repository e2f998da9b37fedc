package org.menfang.tag;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-128 in chained blocks that begin with a block of zeros, as tags use it.
final class AesBlocks {
    static final int BLOCK_BYTES = 16;

    private AesBlocks() {}

    static byte[] encrypt(TagKey key, byte[] blocks) {
        return run(Cipher.ENCRYPT_MODE, key, blocks);
    }

    static byte[] decrypt(TagKey key, byte[] blocks) {
        return run(Cipher.DECRYPT_MODE, key, blocks);
    }

    private static byte[] run(int mode, TagKey key, byte[] blocks) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(key.bytes(), "AES"),
                    new IvParameterSpec(new byte[BLOCK_BYTES]));
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES for whole blocks", e);
        }
    }
}
