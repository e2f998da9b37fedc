package org.menfang.gate.keep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.menfang.gate.local.HeldFile;
import org.menfang.gate.sqlite.GateDatabase;
import org.menfang.gate.sqlite.RestoredDatabase;
import org.menfang.json.Json;
import org.menfang.tls.PrivateFiles;

/// Copies a gate into one file: its database as it stood at one moment, its keys, its site and its
/// rules. Whoever has the file can be that gate.
///
/// @param data the gate's data folder
/// @param database holds its database meanwhile
/// @param version of this program
public record GateBackup(Path data, HeldFile database, String version) {
    /// Makes a backup. The file is there as a whole or not at all, and was looked through.
    ///
    /// @throws IOException with the words for a person if it cannot be made, and also if a file of
    ///   this name is there
    public BackupNote make(Path to, InstantSource clock) throws IOException {
        if (Files.exists(to)) {
            throw new IOException(to + " is there already; choose another name");
        }
        Path room = to.resolveSibling("." + to.getFileName() + ".making");
        KeptFiles.delete(room);
        PrivateFiles.folder(room);
        try {
            BackupNote note = copyDatabase(room, clock);
            Path partial = room.resolve("backup");
            BackupFile.write(partial, zip -> write(zip, note, room));
            Files.move(partial, to, StandardCopyOption.ATOMIC_MOVE);
            KeptFiles.forceOne(to.toAbsolutePath().resolveSibling(""));
            return note;
        } finally {
            KeptFiles.delete(room);
        }
    }

    private BackupNote copyDatabase(Path room, InstantSource clock) throws IOException {
        long hold = database.hold();
        Instant madeAt = clock.instant();
        boolean same;
        try {
            Files.copy(data.resolve(GateDatabase.FILE_NAME), room.resolve(GateDatabase.FILE_NAME));
        } finally {
            same = database.release(hold);
        }
        if (!same) {
            throw new IOException("the database changed while it was copied; try again");
        }
        Optional<String> damage = RestoredDatabase.check(room);
        if (damage.isPresent()) {
            throw new IOException("the database is no good: " + damage.get());
        }
        return new BackupNote(BackupNote.FORMAT, version, madeAt);
    }

    private void write(ZipOutputStream zip, BackupNote note, Path room) throws IOException {
        zip.putNextEntry(new ZipEntry(KeptFiles.NOTE));
        zip.write(Json.write(note));
        zip.closeEntry();
        write(zip, Path.of(GateDatabase.FILE_NAME), room);
        for (Path file : KeptFiles.beside(data)) {
            write(zip, file, data);
        }
    }

    private static void write(ZipOutputStream zip, Path file, Path folder) throws IOException {
        zip.putNextEntry(new ZipEntry(file.toString()));
        Files.copy(folder.resolve(file), zip);
        zip.closeEntry();
    }
}
