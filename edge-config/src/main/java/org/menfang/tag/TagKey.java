package org.menfang.tag;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One AES-128 key of a tag, or of all tags of a compound.
public final class TagKey {
    public static final int BYTES = 16;

    private static final Pattern FORM = Pattern.compile("[0-9A-F]{32}");

    private final byte[] bytes;

    /// @throws IllegalArgumentException if these are not {@link #BYTES} bytes
    public TagKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key of a tag has 16 bytes, not " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    /// Reads what {@link #text()} wrote: 32 upper-case hexadecimal digits; empty for anything else.
    public static Optional<TagKey> read(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new TagKey(HexFormat.of().parseHex(text)))
                : Optional.empty();
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
        return other instanceof TagKey key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Never the key itself: this may stand in a log.
    @Override
    public String toString() {
        return "key of a tag";
    }
}
