package org.menfang.cose;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.menfang.vocabulary.Sha256;

/// Which key signed: the first 8 bytes of the SHA-256 of the 32 bytes of the public key.
///
/// @param value 16 lower-case hexadecimal digits
public record KeyId(String value) implements Comparable<KeyId> {
    public static final int BYTES = 8;

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

    public KeyId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a key identifier has 16 hexadecimal digits");
        }
    }

    /// @param raw the 32 bytes of an Ed25519 public key
    static KeyId ofKey(byte[] raw) {
        return new KeyId(Sha256.of(raw).value().substring(0, BYTES * 2));
    }

    /// @throws IllegalArgumentException if there are not 8 bytes
    static KeyId ofBytes(byte[] bytes) {
        return new KeyId(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return Arrays.copyOf(HexFormat.of().parseHex(value), BYTES);
    }

    @Override
    public int compareTo(KeyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
