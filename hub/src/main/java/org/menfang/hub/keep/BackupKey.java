package org.menfang.hub.keep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Set;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// What opens a backup: a pass phrase, or a key that the hub made and the committee keeps on paper.
/// Without it a backup is worth nothing to anybody.
public final class BackupKey {
    public static final int CHARS_MIN = 16;
    public static final int CHARS_MAX = 1_024;

    /// How often a guess has to be hashed (PBKDF2 with HMAC-SHA-512).
    public static final int ROUNDS = 400_000;

    /// More than this, and a damaged number would keep whoever opens a file waiting for minutes.
    static final int ROUNDS_MAX = 5_000_000;

    /// Letters and digits that nobody takes for one another on paper.
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int GROUPS = 8;
    private static final int GROUP_CHARS = 5;
    private static final int BITS_A_BYTE = 8;
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private final char[] text;

    private BackupKey(char[] text) {
        this.text = text;
    }

    /// @throws IllegalArgumentException with the words for a person if it is too short or too long
    public static BackupKey of(String typed) {
        String plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
        int chars = plain.codePointCount(0, plain.length());
        if (chars < CHARS_MIN || chars > CHARS_MAX) {
            throw new IllegalArgumentException(
                    "the key of a backup has %d to %d characters, and this one has %d"
                            .formatted(CHARS_MIN, CHARS_MAX, chars));
        }
        return new BackupKey(plain.toCharArray());
    }

    /// Reads a key from a file that nobody but its owner may read.
    ///
    /// @throws IOException with the words for a person
    public static BackupKey read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no key of backups in " + file);
        }
        if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException(
                    "others can read the key of backups in " + file + "; run chmod 600 on it");
        }
        if (Files.size(file) > (long) CHARS_MAX * Integer.BYTES) {
            throw new IOException(file + " is too long for a key of backups");
        }
        try {
            return of(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /// Makes a new key and writes it into a file that is not there yet.
    ///
    /// @return the key, for paper
    public static String make(Path file, SecureRandom chance) throws IOException {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_CHARS; i++) {
            if (i > 0 && i % GROUP_CHARS == 0) {
                key.append('-');
            }
            key.append(SIGNS.charAt(chance.nextInt(SIGNS.length())));
        }
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, key + "\n");
        return key.toString();
    }

    /// Makes bytes of the key, slowly.
    byte[] derive(byte[] salt, int rounds, int bytes) {
        PBEKeySpec spec = new PBEKeySpec(text, salt, rounds, bytes * BITS_A_BYTE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BackupKey key && Arrays.equals(text, key.text);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(text);
    }

    /// Says nothing of the key.
    @Override
    public String toString() {
        return "a key of backups";
    }
}
