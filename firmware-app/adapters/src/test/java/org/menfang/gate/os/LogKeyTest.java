package org.menfang.gate.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeyTest {
    @TempDir private Path data = Path.of("");

    @Test
    void a_key_is_made_once_and_signs_what_its_public_half_verifies()
            throws GeneralSecurityException {
        LogKey made = ready();
        assertEquals(made.publicKey(), ready().publicKey());
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(made.publicKey());
        signature.update("head".getBytes(StandardCharsets.UTF_8));
        assertTrue(signature.verify(Base64.getDecoder().decode(ready().sign("head"))));
    }

    @Test
    void only_the_gate_may_read_its_key() throws IOException {
        ready();
        assertEquals("rwx------", rights(keys()));
        assertEquals("rw-------", rights(keys().resolve(LogKey.FILE_NAME)));
    }

    @Test
    void a_damaged_key_is_said_to_be_damaged() throws IOException {
        ready();
        Path file = keys().resolve(LogKey.FILE_NAME);
        Files.writeString(file, Files.readString(file).substring(40));
        checkUnusable("damaged");
    }

    @Test
    void halves_of_two_keys_are_said_not_to_belong_together() throws IOException {
        ready();
        Path file = keys().resolve(LogKey.FILE_NAME);
        String first = Files.readString(file);
        Files.delete(file);
        ready();
        String second = Files.readString(file);
        String border = "-----BEGIN PUBLIC KEY-----";
        Files.writeString(
                file,
                first.substring(0, first.indexOf(border))
                        + second.substring(second.indexOf(border)));
        checkUnusable("do not belong together");
    }

    @Test
    void a_folder_that_cannot_be_made_is_said_so() throws IOException {
        Files.writeString(keys(), "a file where the folder belongs");
        checkUnusable("cannot be read or made");
    }

    private void checkUnusable(String why) {
        LogKey.Loading.Unusable unusable =
                assertInstanceOf(LogKey.Loading.Unusable.class, LogKey.load(keys()));
        assertTrue(unusable.why().contains(why), unusable::why);
    }

    private LogKey ready() {
        return assertInstanceOf(LogKey.Loading.Ready.class, LogKey.load(keys())).key();
    }

    private Path keys() {
        return data.resolve("keys");
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
