package org.menfang.hub.keep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Head;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.tls.PrivateFiles;

/// Makes a hub's data folder from a backup. Nothing that is there is ever written over.
public final class Restore {
    private static final int MANIFEST_BYTES_MAX = 64 * 1024 * 1024;
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final HubCopy copy;
    private final @Nullable BackupKey key;

    /// @param key opens sealed backups; none where there is none at hand
    public Restore(HubCopy copy, @Nullable BackupKey key) {
        this.copy = copy;
        this.key = key;
    }

    /// What came of it.
    public sealed interface Outcome {
        /// All of it is good.
        ///
        /// @param head where the hub's log ends
        record Good(Manifest manifest, Head head) implements Outcome {}

        /// The backup is not what was made. Nothing was restored.
        record Damaged(String why) implements Outcome {}

        /// It is sealed, and the key that is at hand does not open it. Nothing was restored.
        record NotOpened(String why) implements Outcome {}

        /// The folder cannot be made.
        record Refused(String why) implements Outcome {}
    }

    /// Checks a backup as {@link #into} does, and leaves nothing behind.
    ///
    /// @param room a folder in which the files may lie meanwhile
    public Outcome dryRun(Path backup, Path room) throws IOException {
        Path folder = Files.createTempDirectory(room, "restore");
        try {
            return open(backup, folder);
        } finally {
            Folders.delete(folder);
        }
    }

    /// Restores a backup into a folder that is not there yet.
    public Outcome into(Path backup, Path data) throws IOException {
        if (Files.exists(data)) {
            return new Outcome.Refused(
                    data + " is there already; a backup is restored into a new folder only");
        }
        Path partial = data.resolveSibling(data.getFileName() + ".partial");
        Folders.delete(partial);
        PrivateFiles.folder(partial);
        try {
            Outcome outcome = open(backup, partial);
            if (outcome instanceof Outcome.Good) {
                Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
            }
            return outcome;
        } finally {
            Folders.delete(partial);
        }
    }

    private Outcome open(Path backup, Path folder) throws IOException {
        if (!Seal.isOn(backup)) {
            return unpack(backup, folder);
        }
        if (key == null) {
            return new Outcome.NotOpened("it is sealed, and its key is not given");
        }
        // Beside the folder, on the same disk, and read by nobody else.
        Path opened = folder.resolveSibling(folder.getFileName() + ".opened");
        Files.deleteIfExists(opened);
        Files.createFile(opened, PRIVATE);
        try {
            try (InputStream in = Files.newInputStream(backup);
                    OutputStream out = Files.newOutputStream(opened)) {
                Seal.open(in, out, key);
            }
            return unpack(opened, folder);
        } catch (SealException e) {
            return new Outcome.NotOpened(String.valueOf(e.getMessage()));
        } finally {
            Files.delete(opened);
        }
    }

    private Outcome unpack(Path backup, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            Manifest manifest = manifest(zip);
            checkNames(zip, manifest);
            for (Manifest.Item item : manifest.files()) {
                unpack(zip, item, folder);
            }
            Head head = check(folder.resolve(Backup.DATABASE));
            if (head.seq() != manifest.bookSeq() || !head.hash().equals(manifest.bookHash())) {
                throw new DamagedException("the log in it does not end where its manifest says");
            }
            return new Outcome.Good(manifest, head);
        } catch (DamagedException | ZipException e) {
            return new Outcome.Damaged(String.valueOf(e.getMessage()));
        }
    }

    private Head check(Path database) throws DamagedException {
        try {
            return copy.check(database);
        } catch (IOException e) {
            throw new DamagedException(String.valueOf(e.getMessage()));
        }
    }

    private static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1;

        DamagedException(String why) {
            super(why);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        try (InputStream in = open(zip, Manifest.NAME)) {
            return switch (Json.parse(in.readNBytes(MANIFEST_BYTES_MAX), Manifest.class)) {
                case Parsed.Read<Manifest>(Manifest manifest) -> check(manifest);
                case Parsed.Malformed<Manifest>(String why) ->
                        throw new DamagedException("its manifest cannot be read: " + why);
            };
        }
    }

    private static Manifest check(Manifest manifest) throws DamagedException {
        if (!manifest.format().equals(Manifest.FORMAT)) {
            throw new DamagedException("it is not a backup that this version knows");
        }
        return manifest;
    }

    private static InputStream open(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new DamagedException(name + " is missing in it");
        }
        return zip.getInputStream(entry);
    }

    private static void checkNames(ZipFile zip, Manifest manifest) throws DamagedException {
        Set<String> expected = new HashSet<>();
        expected.add(Manifest.NAME);
        for (Manifest.Item item : manifest.files()) {
            if (!isBelow(item.name()) || !expected.add(item.name())) {
                throw new DamagedException("its manifest names " + item.name());
            }
        }
        Set<String> found = new HashSet<>();
        zip.stream().map(ZipEntry::getName).forEach(found::add);
        if (!found.equals(expected) || !expected.contains(Backup.DATABASE)) {
            throw new DamagedException("what is in it is not what its manifest says");
        }
    }

    /// Whether a name leads to a place below the folder, and nowhere else.
    private static boolean isBelow(String name) {
        Path path = Path.of(name);
        return !name.isEmpty()
                && !path.isAbsolute()
                && path.normalize().equals(path)
                && !path.startsWith("..");
    }

    private static void unpack(ZipFile zip, Manifest.Item item, Path folder) throws IOException {
        Path file = folder.resolve(item.name());
        Path parent = file.getParent();
        if (parent != null) {
            PrivateFiles.folder(parent);
        }
        Files.createFile(file, PRIVATE);
        try (InputStream in = open(zip, item.name());
                OutputStream out = Files.newOutputStream(file)) {
            Digests.Sum sum = Digests.copy(in, out, item.bytes());
            if (sum.bytes() != item.bytes() || !sum.sha256().equals(item.sha256())) {
                throw new DamagedException(item.name() + " in it is damaged");
            }
        } catch (ZipException e) {
            throw new DamagedException(item.name() + " in it is damaged: " + e.getMessage());
        }
    }
}
