package org.menfang.hub.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.cose.SigningKey;

class SigningKeyFileTest {
    @TempDir Path folder;

    @Test
    void a_key_is_made_once_and_only_its_owner_reads_it() throws IOException {
        Path file = folder.resolve("pass-key");
        SigningKey made = SigningKeyFile.open(file);
        assertEquals(made, SigningKeyFile.open(file));
        assertNotEquals(made, SigningKeyFile.open(folder.resolve("other")));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void a_damaged_key_is_said_to_be_damaged_and_no_other_is_made() throws IOException {
        Path file = folder.resolve("pass-key");
        SigningKeyFile.open(file);
        String good = Files.readString(file);
        SigningKeyFile.open(folder.resolve("other"));
        String other = Files.readString(folder.resolve("other"));
        int half = good.indexOf("-----BEGIN PUBLIC");
        String mixed =
                good.substring(0, half) + other.substring(other.indexOf("-----BEGIN PUBLIC"));
        for (String damaged :
                new String[] {"", good.substring(0, half), mixed, "x".repeat(5_000)}) {
            Files.writeString(file, damaged);
            IOException e = assertThrows(IOException.class, () -> SigningKeyFile.open(file));
            assertTrue(String.valueOf(e.getMessage()).contains("pass-key"));
            assertEquals(damaged, Files.readString(file));
        }
    }
}
