package org.menfang.gate.keep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.menfang.gate.sqlite.RestoredDatabase;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.tls.PrivateFiles;

/// Makes a gate's data folder of a backup. Nothing that is there is ever written over, and nothing
/// at all is written where it is refused.
public final class GateRestore {
    private static final int NOTE_BYTES_MAX = 4_096;

    private GateRestore() {}

    /// What came of it.
    public sealed interface Outcome {
        /// The gate can be started on the folder.
        record Restored(BackupNote note) implements Outcome {}

        /// The backup is not what was made.
        record Damaged(String why) implements Outcome {}

        /// The folder cannot be made now.
        record Refused(String why) implements Outcome {}
    }

    /// Restores a backup into a folder that is empty, or not there yet.
    ///
    /// @param now the wall clock, which decides how many numbers are skipped
    public static Outcome into(Path backup, Path data, Instant now) throws IOException {
        if (Files.exists(data) && !isEmpty(data)) {
            return new Outcome.Refused(
                    data + " is not empty; a backup is restored into an empty folder only");
        }
        if (!BackupFile.isWhole(backup)) {
            return new Outcome.Damaged("it was cut or changed, or is no backup of a gate");
        }
        Path room = data.resolveSibling("." + data.getFileName() + ".restoring");
        KeptFiles.delete(room);
        PrivateFiles.folder(room);
        try {
            Outcome outcome = unpack(backup, room, now);
            if (outcome instanceof Outcome.Restored) {
                KeptFiles.force(room);
                Files.move(room, data, StandardCopyOption.ATOMIC_MOVE);
                KeptFiles.forceOne(data.resolveSibling(""));
            }
            return outcome;
        } finally {
            KeptFiles.delete(room);
        }
    }

    private static boolean isEmpty(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return false;
        }
        try (Stream<Path> files = Files.list(data)) {
            return files.findAny().isEmpty();
        }
    }

    private static Outcome unpack(Path backup, Path room, Instant now) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(BackupFile.open(backup))) {
            Optional<BackupNote> note = note(zip);
            if (note.isEmpty()) {
                return new Outcome.Damaged("it is not a backup that this version knows");
            }
            Instant madeAt = note.get().madeAt();
            if (now.isBefore(madeAt)) {
                return new Outcome.Refused(
                        "the clock of this machine says "
                                + now
                                + ", which is before the backup was made ("
                                + madeAt
                                + "); set the clock and try again");
            }
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = Path.of(entry.getName());
                if (!KeptFiles.isKept(file)) {
                    return new Outcome.Damaged("it has a file that no gate has: " + file);
                }
                write(zip, room.resolve(file));
            }
            return RestoredDatabase.prepare(room, madeAt, now)
                    .<Outcome>map(Outcome.Damaged::new)
                    .orElseGet(() -> new Outcome.Restored(note.get()));
        }
    }

    private static Optional<BackupNote> note(ZipInputStream zip) throws IOException {
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(KeptFiles.NOTE)) {
            return Optional.empty();
        }
        return switch (Json.parse(zip.readNBytes(NOTE_BYTES_MAX), BackupNote.class)) {
            case Parsed.Read<BackupNote>(BackupNote note)
                    when note.format().equals(BackupNote.FORMAT) ->
                    Optional.of(note);
            case Parsed.Read<BackupNote> _, Parsed.Malformed<BackupNote> _ -> Optional.empty();
        };
    }

    private static void write(InputStream from, Path file) throws IOException {
        PrivateFiles.folder(file.resolveSibling(""));
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            from.transferTo(out);
        }
    }
}
