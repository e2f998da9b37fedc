package org.menfang.gate.osdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyFolderTest extends KeyShelfContract {
    @TempDir private Path folder = Path.of("");

    @Override
    KeyShelf shelf() {
        return new KeyFolder(folder.resolve("keys"));
    }

    @Test
    void only_the_gates_own_user_reads_a_key() throws IOException {
        shelf().propose(READER, KEY);
        shelf().confirm(READER);
        Path file = folder.resolve("keys").resolve("osdp-north-in.key");
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0001",
                "000102030405060708090a0b0c0d0e0f",
                "303132333435363738393A3B3C3D3E3F",
                "000102030405060708090A0B0C0D0E0F000102030405060708090A0B0C0D0E0F!"
            })
    void what_is_no_key_or_one_that_everybody_knows_is_damage(String text) throws IOException {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        Files.writeString(keys.resolve("osdp-north-in.key"), text);
        assertTrue(shelf().of(READER).damaged());
        assertTrue(shelf().of(READER).keys().isEmpty());
    }
}
