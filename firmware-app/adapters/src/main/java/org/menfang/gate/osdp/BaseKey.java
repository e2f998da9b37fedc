package org.menfang.gate.osdp;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The key that one reader and the gate share (SCBK), from which each session makes its own.
public final class BaseKey {
    public static final int BYTES = 16;

    /// The key that every reader has from its maker, and that everybody knows (SCBK-D). It is good
    /// for nothing but setting another one.
    static final BaseKey DEFAULT =
            new BaseKey(HexFormat.of().parseHex("303132333435363738393A3B3C3D3E3F"));

    private static final Pattern FORM = Pattern.compile("[0-9A-F]{32}");

    private final byte[] bytes;

    /// @throws IllegalArgumentException if these are not {@link #BYTES} bytes
    public BaseKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key has 16 bytes, not " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    /// Reads what {@link #text()} wrote: 32 upper-case hexadecimal digits; empty for anything else.
    public static Optional<BaseKey> read(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new BaseKey(HexFormat.of().parseHex(text)))
                : Optional.empty();
    }

    /// Whether everybody knows it.
    public boolean isDefault() {
        return equals(DEFAULT);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// The key itself, for a file that only its owner reads.
    public String text() {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BaseKey key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Never the key itself: this may stand in a log.
    @Override
    public String toString() {
        return "key of a reader";
    }
}
