package org.menfang.hub.keep;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The first bytes of a sealed file, and the cipher of what follows them.
///
/// ```
/// 8  MENFANGS
/// 1  version, 1
/// 4  rounds of PBKDF2 with HMAC-SHA-512
/// 16 salt
/// 7  what the nonces of all chunks begin with
/// 32 HMAC-SHA-256 over all this, with a key of its own: tells a wrong key from damage
/// ```
///
/// Chunks of {@link #CHUNK_BYTES} follow, each sealed with AES-256-GCM. The nonce of a chunk is the
/// beginning, its number and whether it is the last one, so that no chunk can be left out, put in
/// another place or cut off (the STREAM construction).
final class SealHeader {
    static final int CHUNK_BYTES = 64 * 1024;
    static final int TAG_BYTES = 16;

    private static final byte[] MAGIC = "MENFANGS".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int SALT_BYTES = 16;
    private static final int BEGIN_BYTES = 7;
    private static final int MAC_BYTES = 32;
    private static final int KEY_BYTES = 32;
    private static final int PLAIN_BYTES =
            MAGIC.length + 1 + Integer.BYTES + SALT_BYTES + BEGIN_BYTES;
    private static final int NONCE_BYTES = BEGIN_BYTES + Integer.BYTES + 1;
    private static final int BITS_A_BYTE = 8;

    private final byte[] bytes;
    private final byte[] begin;
    private final SecretKey key;

    private SealHeader(byte[] bytes, byte[] begin, SecretKey key) {
        this.bytes = bytes;
        this.begin = begin;
        this.key = key;
    }

    /// A new one, unlike every other.
    static SealHeader make(BackupKey key, int rounds, SecureRandom chance) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] begin = new byte[BEGIN_BYTES];
        chance.nextBytes(salt);
        chance.nextBytes(begin);
        byte[] plain =
                ByteBuffer.allocate(PLAIN_BYTES)
                        .put(MAGIC)
                        .put(VERSION)
                        .putInt(rounds)
                        .put(salt)
                        .put(begin)
                        .array();
        byte[] keys = key.derive(salt, rounds, 2 * KEY_BYTES);
        byte[] all =
                ByteBuffer.allocate(PLAIN_BYTES + MAC_BYTES)
                        .put(plain)
                        .put(mac(keys, plain))
                        .array();
        return new SealHeader(all, begin, aes(keys));
    }

    /// Whether a file begins as a sealed one does.
    static boolean begins(InputStream in) throws IOException {
        return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }

    /// @throws SealException if it is none, or the key is another one
    static SealHeader read(InputStream in, BackupKey key) throws IOException {
        byte[] plain = new byte[PLAIN_BYTES];
        byte[] mac = new byte[MAC_BYTES];
        try {
            DataInputStream data = new DataInputStream(in);
            data.readFully(plain);
            data.readFully(mac);
        } catch (EOFException e) {
            throw new SealException("it ends too early");
        }
        ByteBuffer fields = ByteBuffer.wrap(plain);
        byte[] magic = new byte[MAGIC.length];
        fields.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new SealException("it is no sealed backup");
        }
        byte version = fields.get();
        int rounds = fields.getInt();
        if (version != VERSION) {
            throw new SealException(
                    "a later version of the hub has sealed it (form " + version + ")");
        }
        if (rounds < 1 || rounds > BackupKey.ROUNDS_MAX) {
            throw new SealException("its first bytes are damaged");
        }
        byte[] salt = new byte[SALT_BYTES];
        byte[] begin = new byte[BEGIN_BYTES];
        fields.get(salt).get(begin);
        byte[] keys = key.derive(salt, rounds, 2 * KEY_BYTES);
        if (!MessageDigest.isEqual(mac, mac(keys, plain))) {
            throw new SealException("the key is not the one that it was sealed with");
        }
        return new SealHeader(plain, begin, aes(keys));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /// The cipher of one chunk.
    ///
    /// @param mode of {@link Cipher}
    byte[] crypt(int mode, int number, boolean last, byte[] chunk, int length)
            throws GeneralSecurityException {
        byte[] nonce =
                ByteBuffer.allocate(NONCE_BYTES)
                        .put(begin)
                        .putInt(number)
                        .put((byte) (last ? 1 : 0))
                        .array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * BITS_A_BYTE, nonce));
        return cipher.doFinal(chunk, 0, length);
    }

    private static SecretKey aes(byte[] keys) {
        return new SecretKeySpec(keys, 0, KEY_BYTES, "AES");
    }

    private static byte[] mac(byte[] keys, byte[] plain) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys, KEY_BYTES, KEY_BYTES, "HmacSHA256"));
            return mac.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
