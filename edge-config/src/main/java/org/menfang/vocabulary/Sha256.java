package org.menfang.vocabulary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 digest.
///
/// @param value 64 lower-case hexadecimal digits
public record Sha256(String value) {
    private static final int DIGITS = 64;

    /// The value before the first event of a stream.
    public static final Sha256 ZERO = new Sha256("0".repeat(DIGITS));

    public Sha256 {
        if (!isDigest(value)) {
            throw new IllegalArgumentException(
                    "not a SHA-256 digest: it needs 64 lower-case hexadecimal digits");
        }
    }

    /// The digest of some bytes.
    public static Sha256 of(byte[] bytes) {
        try {
            return new Sha256(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The digest of a text in UTF-8.
    public static Sha256 of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isDigest(String text) {
        if (text.length() != DIGITS) {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            char c = text.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
