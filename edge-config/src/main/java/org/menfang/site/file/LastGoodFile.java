package org.menfang.site.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/// The copy of the last site file that was good. After a power cut it is the old one or the new
/// one, never a half.
final class LastGoodFile {
    static final String NAME = "last-good-site.yaml";

    private final Path folder;

    LastGoodFile(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder.resolve(NAME);
    }

    /// Keeps a copy. The same bytes are not written again, to spare the card.
    ///
    /// @return why that was not possible; empty if it was
    Optional<String> keep(byte[] bytes) {
        try {
            if (!isKept(bytes)) {
                write(bytes);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e));
        }
    }

    private boolean isKept(byte[] bytes) throws IOException {
        return Files.exists(path())
                && Files.size(path()) == bytes.length
                && Arrays.equals(Files.readAllBytes(path()), bytes);
    }

    private void write(byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Path fresh = folder.resolve(NAME + ".new");
        try (FileChannel channel =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(
                fresh, path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
