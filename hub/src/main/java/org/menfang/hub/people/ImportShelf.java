package org.menfang.hub.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.menfang.tls.PrivateFiles;
import org.menfang.vocabulary.Sha256;

/// Tables and rules files that wait for a second person. They hold names, which the log does not,
/// so that they lie here under their hash, and go once they are taken over.
public final class ImportShelf {
    /// Most tables that wait; the oldest makes room.
    static final int TABLES_MAX = 20;

    private static final String ENDING = ".waiting";

    private final Path folder;

    private ImportShelf(Path folder) {
        this.folder = folder;
    }

    public static ImportShelf open(Path folder) throws IOException {
        return new ImportShelf(PrivateFiles.folder(folder));
    }

    public synchronized Sha256 put(byte[] table) throws IOException {
        List<Path> oldestFirst;
        try (Stream<Path> files = Files.list(folder)) {
            oldestFirst =
                    files.filter(file -> file.toString().endsWith(ENDING))
                            .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
                            .toList();
        }
        for (int i = 0; i <= oldestFirst.size() - TABLES_MAX; i++) {
            Files.deleteIfExists(oldestFirst.get(i));
        }
        Sha256 digest = Sha256.of(table);
        PrivateFiles.write(file(digest), table);
        return digest;
    }

    /// Empty if it is not there any more, or is not what it was.
    public synchronized Optional<byte[]> find(Sha256 digest) throws IOException {
        if (!Files.exists(file(digest))) {
            return Optional.empty();
        }
        byte[] table = Files.readAllBytes(file(digest));
        return Sha256.of(table).equals(digest) ? Optional.of(table) : Optional.empty();
    }

    public synchronized void remove(Sha256 digest) throws IOException {
        Files.deleteIfExists(file(digest));
    }

    /// Removes every file that a test says yes to.
    public synchronized void removeWhere(Predicate<byte[]> test) throws IOException {
        List<Path> waiting;
        try (Stream<Path> files = Files.list(folder)) {
            waiting = files.filter(file -> file.toString().endsWith(ENDING)).toList();
        }
        for (Path file : waiting) {
            if (test.test(Files.readAllBytes(file))) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path file(Sha256 digest) {
        return folder.resolve(digest.value() + ENDING);
    }
}
