package org.menfang.cose;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The public half of an Ed25519 key.
///
/// @param id how signed bytes name it
/// @param key of the Java platform
public record VerifyingKey(KeyId id, PublicKey key) {
    static final String ALGORITHM = "Ed25519";

    /// Length of the key itself, without what X.509 writes around it.
    public static final int RAW_BYTES = 32;

    /// What X.509 writes before the 32 bytes (RFC 8410, section 4).
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    public VerifyingKey {
        if (!KeyId.ofKey(raw(key)).equals(id)) {
            throw new IllegalArgumentException("another key has the identifier " + id);
        }
    }

    /// @throws IllegalArgumentException if the key is not an Ed25519 key
    public static VerifyingKey of(PublicKey key) {
        return new VerifyingKey(KeyId.ofKey(raw(key)), key);
    }

    /// Reads the 32 bytes of a key; empty if they are none.
    public static Optional<VerifyingKey> read(byte[] raw) {
        if (raw.length != RAW_BYTES) {
            return Optional.empty();
        }
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + RAW_BYTES);
        System.arraycopy(raw, 0, encoded, PREFIX.length, RAW_BYTES);
        try {
            PublicKey key =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(new X509EncodedKeySpec(encoded));
            // Only this finds out whether the bytes are a point of the curve.
            Signature.getInstance(ALGORITHM).initVerify(key);
            return Optional.of(of(key));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /// Reads a key as `text` writes it; empty if it is none.
    public static Optional<VerifyingKey> read(String text) {
        try {
            return read(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The 32 bytes of the key.
    public byte[] raw() {
        return raw(key);
    }

    /// The 32 bytes of the key in Base64, as they stand in files.
    public String text() {
        return Base64.getEncoder().encodeToString(raw());
    }

    private static byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded.length != PREFIX.length + RAW_BYTES
                || !Arrays.equals(encoded, 0, PREFIX.length, PREFIX, 0, PREFIX.length)) {
            throw new IllegalArgumentException("not an Ed25519 key: " + key.getAlgorithm());
        }
        return Arrays.copyOfRange(encoded, PREFIX.length, encoded.length);
    }
}
