package org.menfang.gate.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import org.menfang.tls.PrivateFiles;

/// The folder that holds all that a gate writes, taken by this process alone. The lock goes with
/// the process, however that ends.
///
/// Where it cannot be written, a gate writes what it needs for a day into a folder in memory.
final class DataFolder implements AutoCloseable {
    /// The property that names the folder of OpenCV's library, where it is packaged unpacked.
    static final String NATIVE_LIBRARIES = "menfang.opencv.folder";

    private static final String LOCK = "gate.lock";

    private final Path path;
    private final Path working;
    private final FileChannel channel;

    private DataFolder(Path path, Path working, FileChannel channel) {
        this.path = path;
        this.working = working;
        this.channel = channel;
    }

    /// Takes the folder; makes it if it is not there.
    static DataFolder take(Path path) throws Refusal {
        try {
            return takeToWork(path, path);
        } catch (IOException e) {
            throw new Refusal(
                    ExitStatus.STORAGE, "the data folder " + path + " cannot be used: " + e);
        }
    }

    /// Whether somebody has taken the folder. It is not made where it is not there; a folder that
    /// may not be entered is taken by whoever may.
    static boolean isTaken(Path path) {
        Path file = path.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException | IOException e) {
            // By this very process, or by somebody whose file it is.
            return true;
        }
    }

    /// What cannot be removed stays until the next start, and harms nobody meanwhile.
    private static void sweep(Path folder) {
        try {
            PrivateFiles.sweep(folder);
        } catch (IOException e) {
            System.getLogger(DataFolder.class.getName())
                    .log(System.Logger.Level.INFO, "half written files are removed later", e);
        }
    }

    /// Takes the folder, and works in one in memory where it cannot be written.
    ///
    /// @param memory where such a folder may be made
    /// @param told hears that it came to this
    static DataFolder takeOrStandIn(Path path, MemoryFolder memory, Consumer<String> told)
            throws Refusal {
        try {
            return takeToWork(path, path);
        } catch (IOException e) {
            told.accept("the data folder " + path + " cannot be written: " + e);
            try {
                return takeToWork(path, memory.standInFor(path));
            } catch (IOException none) {
                throw new Refusal(
                        ExitStatus.STORAGE,
                        "neither the data folder nor any memory can be written: " + none);
            }
        }
    }

    private static DataFolder takeToWork(Path path, Path working) throws IOException, Refusal {
        makePrivate(working);
        makePrivate(working.resolve("tmp"));
        makePrivate(working.resolve("pictures"));
        DataFolder taken = lock(path, working);
        sweep(working);
        return taken;
    }

    /// Where what must last is kept; it may not be there, or not be writable.
    Path path() {
        return path;
    }

    /// Where everything else is written.
    Path working() {
        return working;
    }

    /// Whether all that is written goes when the machine does.
    boolean isStandIn() {
        return !working.equals(path);
    }

    Path pictures() {
        return working.resolve("pictures");
    }

    Path keys() {
        return keys(path);
    }

    /// The folder of keys in a data folder that nobody has taken.
    static Path keys(Path data) {
        return data.resolve("keys");
    }

    /// Where a running gate answers questions about its records.
    static Path socket(Path data) {
        return data.resolve("run").resolve("gate.socket");
    }

    /// Where native libraries lie: in the package, where it brings them along, else below this
    /// folder.
    Path nativeLibraries() {
        Path packaged = Path.of(System.getProperty(NATIVE_LIBRARIES, ""));
        return System.getProperty(NATIVE_LIBRARIES) != null && Files.isDirectory(packaged)
                ? packaged
                : working.resolve("tmp").resolve("native");
    }

    /// A folder in memory is not needed any more, since nothing in it is to last.
    @Override
    public void close() throws IOException {
        if (isStandIn()) {
            MemoryFolder.delete(working);
        }
        channel.close();
    }

    private static DataFolder lock(Path path, Path working) throws IOException, Refusal {
        FileChannel channel =
                FileChannel.open(
                        working.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DataFolder(path, working, channel);
            }
        } catch (OverlappingFileLockException e) {
            // It is this very process that holds it: the answer is the same.
        }
        channel.close();
        throw new Refusal(
                ExitStatus.UNAVAILABLE,
                "another gate program runs on the data folder " + path + "; stop it first");
    }

    private static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
    }
}
