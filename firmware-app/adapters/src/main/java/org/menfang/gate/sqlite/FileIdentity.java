package org.menfang.gate.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// Which file it is that has a name.
///
/// @param key what tells it from every other file of the disk; none where disks have no such thing
record FileIdentity(Path path, @Nullable Object key) {
    static FileIdentity of(Path path) throws IOException {
        return new FileIdentity(path, keyOf(path));
    }

    /// Whether the name still leads to the same file.
    boolean isThere() {
        try {
            return key == null || key.equals(keyOf(path));
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable Object keyOf(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }
}
