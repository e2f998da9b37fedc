package org.menfang.hub.keep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipException;
import org.menfang.vocabulary.Sha256;

/// SHA-256 of files, and of what is copied on its way.
final class Digests {
    private static final int BUFFER_BYTES = 64 * 1024;

    private Digests() {}

    /// @param bytes how many there were
    record Sum(long bytes, Sha256 sha256) {}

    static Sum of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return copy(in, OutputStream.nullOutputStream(), Long.MAX_VALUE);
        }
    }

    /// Copies until the end, or until more than a number of bytes came.
    static Sum copy(InputStream from, OutputStream to, long bytesMax) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            bytes += read;
            if (bytes > bytesMax) {
                throw new ZipException("more than " + bytesMax + " bytes");
            }
            digest.update(buffer, 0, read);
            to.write(buffer, 0, read);
        }
        return new Sum(bytes, new Sha256(HexFormat.of().formatHex(digest.digest())));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
