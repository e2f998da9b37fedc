package org.menfang.hub.keep;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Head;
import org.menfang.json.Json;
import org.menfang.tls.PrivateFiles;
import org.menfang.vocabulary.Sha256;

/// Copies a hub, while it runs, into one file: its database as it stood at one moment, its keys,
/// its passes and its rules.
///
/// One-time codes stay out: whoever held a copy could use them. So does what makes itself again.
public final class Backup {
    static final String DATABASE = "hub.db";

    private static final String PICTURES = "pictures";
    private static final Set<String> LEFT_OUT =
            Set.of(
                    DATABASE,
                    DATABASE + "-wal",
                    DATABASE + "-shm",
                    DATABASE + "-journal",
                    "hub.lock",
                    "codes",
                    "tmp",
                    "run",
                    "broker",
                    PICTURES);

    private final Path data;
    private final HubCopy copy;
    private final String version;

    /// @param data the hub's data folder
    public Backup(Path data, HubCopy copy, String version) {
        this.data = data;
        this.copy = copy;
        this.version = version;
    }

    /// What was made.
    ///
    /// @param sha256 of the manifest
    public record Made(Manifest manifest, long bytes, Sha256 sha256) {}

    /// Makes a backup. The file is there as a whole or not at all.
    ///
    /// @param key seals it; none where whoever has the file may read all that is in it
    /// @throws IOException with the words for a person if it cannot be made, and also if a file of
    ///   this name is there
    public Made make(Path to, boolean pictures, Instant madeAt, @Nullable BackupKey key)
            throws IOException {
        if (Files.exists(to)) {
            throw new IOException(to + " is there already; choose another name");
        }
        Path folder = PrivateFiles.folder(data.resolve("tmp"));
        Path room = Files.createTempDirectory(folder, "backup");
        Path database = room.resolve(DATABASE);
        Path partial = to.resolveSibling(to.getFileName() + ".partial");
        try {
            copy.make(data.resolve(DATABASE), database);
            Head head = copy.check(database);
            List<Source> sources = sources(database, pictures);
            Manifest manifest = manifest(sources, pictures, madeAt, head);
            byte[] text = Json.write(manifest);
            write(partial, text, sources, key);
            Files.move(partial, to, StandardCopyOption.ATOMIC_MOVE);
            return new Made(manifest, Files.size(to), Sha256.of(text));
        } finally {
            Files.deleteIfExists(partial);
            Folders.delete(room);
        }
    }

    /// @param name below the data folder
    private record Source(String name, Path file) {}

    private List<Source> sources(Path database, boolean pictures) throws IOException {
        List<Source> sources = new ArrayList<>();
        sources.add(new Source(DATABASE, database));
        Files.walkFileTree(
                data,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return isIn(folder, pictures)
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile() && isIn(file, pictures)) {
                            sources.add(new Source(name(file), file));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return sources;
    }

    private boolean isIn(Path file, boolean pictures) {
        Path relative = data.relativize(file);
        String top = relative.getName(0).toString();
        return top.isEmpty() || !LEFT_OUT.contains(top) || (pictures && top.equals(PICTURES));
    }

    private String name(Path file) {
        return data.relativize(file).toString().replace('\\', '/');
    }

    private Manifest manifest(List<Source> sources, boolean pictures, Instant madeAt, Head head)
            throws IOException {
        List<Manifest.Item> items = new ArrayList<>();
        for (Source source : sources) {
            Digests.Sum sum = Digests.of(source.file());
            items.add(new Manifest.Item(source.name(), sum.bytes(), sum.sha256()));
        }
        return new Manifest(
                Manifest.FORMAT, version, madeAt, head.seq(), head.hash(), pictures, items);
    }

    private static void write(
            Path file, byte[] manifest, List<Source> sources, @Nullable BackupKey key)
            throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                OutputStream sealed = key == null ? out : SealingStream.begin(out, key);
                ZipOutputStream zip = new ZipOutputStream(sealed)) {
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(manifest);
            zip.closeEntry();
            for (Source source : sources) {
                zip.putNextEntry(new ZipEntry(source.name()));
                Files.copy(source.file(), zip);
                zip.closeEntry();
            }
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
