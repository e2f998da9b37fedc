package org.menfang.gate.keep;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipOutputStream;

/// The form of a backup: one line with the SHA-256 of all that follows, and a ZIP.
///
/// A file that was cut, or changed anywhere, is known by it.
final class BackupFile {
    private static final String BEGIN = "menfang-gate-backup 1 ";
    private static final int DIGEST_CHARS = 64;
    private static final int LINE_BYTES = BEGIN.length() + DIGEST_CHARS + 1;

    private BackupFile() {}

    /// Writes what goes into the ZIP.
    interface Content {
        void write(ZipOutputStream zip) throws IOException;
    }

    /// Makes a file that nobody but this user can read, durably.
    static void write(Path file, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            channel.position(LINE_BYTES);
            MessageDigest digest = sha256();
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            ZipOutputStream zip = new ZipOutputStream(new DigestOutputStream(out, digest));
            content.write(zip);
            zip.finish();
            out.flush();
            ByteBuffer line = ByteBuffer.wrap(line(digest));
            long at = 0;
            while (line.hasRemaining()) {
                at += channel.write(line, at);
            }
            channel.force(true);
        }
    }

    /// Whether the file is what was written, from its first byte to its last.
    static boolean isWhole(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] line = in.readNBytes(LINE_BYTES);
            MessageDigest digest = sha256();
            try (InputStream rest = new DigestInputStream(in, digest)) {
                rest.transferTo(OutputStream.nullOutputStream());
            }
            return MessageDigest.isEqual(line, line(digest));
        }
    }

    /// The ZIP in it.
    static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.skipNBytes(LINE_BYTES);
        return in;
    }

    private static byte[] line(MessageDigest digest) {
        String line = BEGIN + HexFormat.of().formatHex(digest.digest()) + "\n";
        return line.getBytes(StandardCharsets.US_ASCII);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
