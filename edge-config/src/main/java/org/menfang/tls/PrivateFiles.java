package org.menfang.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Files that nobody but this program may read. Each is there as a whole or not at all.
public final class PrivateFiles {
    /// Names the process that writes it, so that others can tell whether it still does.
    private static final Pattern UNFINISHED =
            Pattern.compile("\\..+\\.(\\d{1,18})-\\d{1,18}\\.new");

    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final AtomicLong WRITES = new AtomicLong();

    private PrivateFiles() {}

    /// Makes a folder, and those above it, for this user alone.
    public static Path folder(Path folder) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return folder;
    }

    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes a file durably: its content and its name survive a power cut together.
    public static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("a file lies in a folder: " + file);
        }
        Path fresh = folder.resolve(unfinished(file));
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            fresh,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PRIVATE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static String unfinished(Path file) {
        return "."
                + file.getFileName()
                + "."
                + ProcessHandle.current().pid()
                + "-"
                + WRITES.incrementAndGet()
                + ".new";
    }

    /// Removes what writers that were killed left half written, in a folder and below it. Called
    /// before this process writes there: what seems to be its own is of one before it.
    public static void sweep(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> all = Files.walk(folder)) {
            left = all.filter(PrivateFiles::isLeftBehind).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isLeftBehind(Path file) {
        Matcher name = UNFINISHED.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return false;
        }
        long writer = Long.parseLong(name.group(1));
        return writer == ProcessHandle.current().pid() || ProcessHandle.of(writer).isEmpty();
    }
}
