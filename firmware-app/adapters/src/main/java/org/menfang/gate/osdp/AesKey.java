package org.menfang.gate.osdp;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// One key of AES-128, and what is done with it.
final class AesKey {
    static final int BLOCK_BYTES = 16;

    private static final byte[] ZEROS = new byte[BLOCK_BYTES];

    private final SecretKeySpec key;

    AesKey(byte[] bytes) {
        key = new SecretKeySpec(bytes, "AES");
    }

    /// Encrypts a single block.
    byte[] encrypt(byte[] block) {
        return encrypt(ZEROS, block);
    }

    /// Encrypts chained blocks.
    byte[] encrypt(byte[] before, byte[] blocks) {
        return run(Cipher.ENCRYPT_MODE, before, blocks);
    }

    byte[] decrypt(byte[] before, byte[] blocks) {
        return run(Cipher.DECRYPT_MODE, before, blocks);
    }

    private byte[] run(int mode, byte[] before, byte[] blocks) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(before));
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES, for whole blocks", e);
        }
    }
}
