package org.menfang.sim.osdp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;

/// Where simulated readers keep the keys that panels gave them, as real ones do in their memory.
public final class KeyFolder {
    private final Path folder;

    public KeyFolder(Path folder) {
        this.folder = folder;
    }

    /// How a reader wants to be spoken to: by its key, if it was ever given one.
    ///
    /// @throws IOException if what is kept is no key
    public PdSecurity security(int address) throws IOException {
        Path file = file(address);
        if (!Files.exists(file)) {
            return new PdSecurity.Install();
        }
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            return new PdSecurity.Commissioned(key);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " holds no key", e);
        }
    }

    /// Keeps the key that a reader has now.
    public void keep(int address, PdSecurity security) throws IOException {
        if (security instanceof PdSecurity.Commissioned(byte[] key)) {
            Files.createDirectories(folder);
            Path file = file(address);
            if (!Files.exists(file)) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, HexFormat.of().formatHex(key) + "\n");
        }
    }

    private Path file(int address) {
        return folder.resolve("reader-" + address + ".key");
    }
}
