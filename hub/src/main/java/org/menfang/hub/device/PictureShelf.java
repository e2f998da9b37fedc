package org.menfang.hub.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.menfang.tls.PrivateFiles;
import org.menfang.vocabulary.Sha256;

/// The pictures that the hub holds, each in a file named after its digest. Any thread may use it.
public final class PictureShelf {
    private static final byte[] JPEG_BEGINS = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    private final Path folder;
    private final long diskFreeBytesMin;

    private PictureShelf(Path folder, long diskFreeBytesMin) {
        this.folder = folder;
        this.diskFreeBytesMin = diskFreeBytesMin;
    }

    /// @param diskFreeBytesMin room on the disk that pictures leave to others
    public static PictureShelf open(Path folder, long diskFreeBytesMin) throws IOException {
        return new PictureShelf(PrivateFiles.folder(folder), diskFreeBytesMin);
    }

    /// What became of a picture.
    public enum Keeping {
        KEPT,
        WAS_THERE,
        NOT_A_JPEG,
        OTHER_DIGEST,
        NO_ROOM
    }

    /// The file of a picture; empty if it is not there.
    public Optional<Path> find(Sha256 digest) {
        Path file = file(digest);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /// Keeps a picture, durably.
    public Keeping keep(Sha256 digest, byte[] jpeg) throws IOException {
        if (!Sha256.of(jpeg).equals(digest)) {
            return Keeping.OTHER_DIGEST;
        }
        if (!beginsAsJpeg(jpeg)) {
            return Keeping.NOT_A_JPEG;
        }
        if (find(digest).isPresent()) {
            // It is kept anew: what it belongs to now is not old.
            Files.setLastModifiedTime(file(digest), FileTime.from(Instant.now()));
            return Keeping.WAS_THERE;
        }
        if (Files.getFileStore(folder).getUsableSpace() < diskFreeBytesMin + jpeg.length) {
            return Keeping.NO_ROOM;
        }
        PrivateFiles.folder(folder.resolve(prefix(digest)));
        PrivateFiles.write(file(digest), jpeg);
        return Keeping.KEPT;
    }

    /// Forgets a picture; nothing if it is not there.
    public void delete(Sha256 digest) {
        try {
            Files.deleteIfExists(file(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean beginsAsJpeg(byte[] bytes) {
        return bytes.length > JPEG_BEGINS.length
                && java.util.Arrays.equals(
                        bytes, 0, JPEG_BEGINS.length, JPEG_BEGINS, 0, JPEG_BEGINS.length);
    }

    private Path file(Sha256 digest) {
        return folder.resolve(prefix(digest)).resolve(digest + ".jpg");
    }

    private static String prefix(Sha256 digest) {
        return digest.value().substring(0, 2);
    }
}
