package org.menfang.hub.keep;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.menfang.vocabulary.Sha256;

/// Files of one kind, each named after its digest, in one folder or in folders of it.
///
/// @param ending of their names, with its dot
/// @param leftOut a folder in it that belongs to others; empty for none
public record FileShelf(FileKind kind, Path folder, String ending, String leftOut) {
    /// Files that were kept before a time, in the order of their digests.
    ///
    /// @param held stay
    List<Sha256> keptBefore(Instant time, Set<Sha256> held, int countMax) throws IOException {
        List<Sha256> old = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return old;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path each, BasicFileAttributes attributes) {
                        return !leftOut.isEmpty() && each.equals(folder.resolve(leftOut))
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        digest(file)
                                .filter(_ ->
                                        attributes.lastModifiedTime().toInstant().isBefore(time))
                                .filter(digest -> !held.contains(digest))
                                .ifPresent(old::add);
                        return FileVisitResult.CONTINUE;
                    }
                });
        old.sort((one, other) -> one.value().compareTo(other.value()));
        return old.subList(0, Math.min(countMax, old.size()));
    }

    /// Empty for a file that is none of these.
    private Optional<Sha256> digest(Path file) {
        String name = String.valueOf(file.getFileName());
        String bare = name.substring(0, Math.max(0, name.length() - ending.length()));
        return name.endsWith(ending) && bare.matches("[0-9a-f]{64}")
                ? Optional.of(new Sha256(bare))
                : Optional.empty();
    }

    /// Deletes a file if it is there and was kept before a time.
    void delete(Sha256 digest, Instant keptBefore) throws IOException {
        for (Path file : List.of(inFolder(digest), inPrefix(digest))) {
            if (Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(keptBefore)) {
                Files.delete(file);
            }
        }
    }

    private Path inFolder(Sha256 digest) {
        return folder.resolve(digest + ending);
    }

    private Path inPrefix(Sha256 digest) {
        return folder.resolve(digest.value().substring(0, 2)).resolve(digest + ending);
    }
}
