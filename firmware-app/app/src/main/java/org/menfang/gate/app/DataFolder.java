package org.menfang.gate.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.menfang.tls.PrivateFiles;

/// The folder that holds all that a gate writes, taken by this process alone. The lock goes with
/// the process, however that ends.
final class DataFolder implements AutoCloseable {
    /// The property that names the folder of OpenCV's library, where it is packaged unpacked.
    static final String NATIVE_LIBRARIES = "menfang.opencv.folder";

    private static final String LOCK = "gate.lock";

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// Takes the folder; makes it if it is not there.
    static DataFolder take(Path path) throws Refusal {
        try {
            makePrivate(path);
            makePrivate(path.resolve("tmp"));
            DataFolder taken = lock(path);
            sweep(path);
            return taken;
        } catch (IOException e) {
            throw new Refusal(
                    ExitStatus.STORAGE, "the data folder " + path + " cannot be used: " + e);
        }
    }

    /// What cannot be removed stays until the next start, and harms nobody meanwhile.
    private static void sweep(Path path) {
        try {
            PrivateFiles.sweep(keys(path));
        } catch (IOException e) {
            System.getLogger(DataFolder.class.getName())
                    .log(System.Logger.Level.INFO, "half written keys are removed later", e);
        }
    }

    Path path() {
        return path;
    }

    Path pictures() {
        return path.resolve("pictures");
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
                : path.resolve("tmp").resolve("native");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static DataFolder lock(Path path) throws IOException, Refusal {
        FileChannel channel =
                FileChannel.open(
                        path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DataFolder(path, channel);
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
