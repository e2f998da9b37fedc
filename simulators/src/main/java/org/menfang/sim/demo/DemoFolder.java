package org.menfang.sim.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// The folder in which everything of a demo lies.
public final class DemoFolder {
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path root;
    private final boolean temporary;

    private DemoFolder(Path root, boolean temporary) {
        this.root = root;
        this.temporary = temporary;
    }

    /// Makes the folder, or takes the one that is given.
    public static DemoFolder make(@Nullable Path given) throws IOException {
        DemoFolder folder =
                given == null
                        ? new DemoFolder(Files.createTempDirectory("menfang-demo-", PRIVATE), true)
                        : new DemoFolder(given.toAbsolutePath().normalize(), false);
        for (Path part : new Path[] {folder.hub(), folder.gate(), folder.logs()}) {
            Files.createDirectories(part.resolve("tmp"), PRIVATE);
        }
        return folder;
    }

    public Path root() {
        return root;
    }

    public Path hub() {
        return root.resolve("hub");
    }

    public Path gate() {
        return root.resolve("gate");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path siteFile() {
        return root.resolve("site.yaml");
    }

    public Path hubConfig() {
        return root.resolve("hub.yaml");
    }

    public Path rules() {
        return root.resolve("rules.json");
    }

    public Path people() {
        return root.resolve("people.csv");
    }

    static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /// Removes it with all that is in it, if it was made for the demo only.
    public void removeIfTemporary() throws IOException {
        if (temporary) {
            Files.walkFileTree(root, new Remover());
        }
    }

    private static final class Remover extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault)
                throws IOException {
            if (fault != null) {
                throw fault;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
