package org.menfang.hub.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.menfang.hub.store.Database;
import org.menfang.tls.PrivateFiles;

/// The folder that holds all that a hub writes.
///
/// @param path the folder itself
record DataFolder(Path path) {
    /// The folder of {@link #cases} in which copies of incidents lie.
    static final String COPIES = "copies";

    private static final String LOCK = "hub.lock";

    /// Makes the folder if it is not there.
    static DataFolder open(Path path) throws Refusal {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(
                        path,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            PrivateFiles.folder(path.resolve("tmp"));
            return new DataFolder(path);
        } catch (IOException e) {
            throw new Refusal(
                    ExitStatus.STORAGE, "the data folder " + path + " cannot be used: " + e);
        }
    }

    /// Takes the folder for this process alone, until the channel is closed or the process ends.
    FileChannel lock() throws Refusal {
        try {
            FileChannel channel =
                    FileChannel.open(
                            path.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (isFree(channel)) {
                return channel;
            }
            channel.close();
        } catch (IOException e) {
            throw new Refusal(
                    ExitStatus.STORAGE, "the data folder " + path + " cannot be used: " + e);
        }
        throw new Refusal(
                ExitStatus.UNAVAILABLE,
                "another hub runs on the data folder " + path + "; stop it first");
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // It is this very process that holds it: the answer is the same.
            return false;
        }
    }

    Database database() throws Refusal {
        return switch (Database.open(path.resolve("hub.db"))) {
            case Database.Opening.Opened(Database database) -> database;
            case Database.Opening.NewerSchema(int found, int known) ->
                    throw new Refusal(
                            ExitStatus.STORAGE,
                            "a later version of the hub has written "
                                    + path.resolve("hub.db")
                                    + " (schema "
                                    + found
                                    + "; this version knows "
                                    + known
                                    + "); use that version");
            case Database.Opening.Failed(String why) -> throw new Refusal(ExitStatus.STORAGE, why);
        };
    }

    Path trust() {
        return path.resolve("trust");
    }

    Path rules() {
        return path.resolve("rules");
    }

    Path codes() {
        return path.resolve("codes");
    }

    Path pictures() {
        return path.resolve("pictures");
    }

    Path rounds() {
        return path.resolve("rounds");
    }

    /// The pictures of repairs and incidents, and exports.
    Path cases() {
        return path.resolve("cases");
    }

    Path roundPictures() {
        return rounds().resolve("pictures");
    }

    Path broker() {
        return path.resolve("broker");
    }

    /// Tables of people that wait for a second person.
    Path imports() {
        return path.resolve("imports");
    }

    Path passes() {
        return path.resolve("passes");
    }

    /// Where pictures of passes go if nobody says otherwise.
    Path passFiles() {
        return passes().resolve("files");
    }

    /// Where the certificates and keys of viewers go if nobody says otherwise.
    Path viewers() {
        return path.resolve("viewers");
    }

    Path run() {
        return path.resolve("run");
    }
}
