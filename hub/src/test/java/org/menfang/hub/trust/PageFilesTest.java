package org.menfang.hub.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.tls.KeyHolder;
import org.menfang.tls.Pem;

class PageFilesTest {
    private static final List<String> NAMES = List.of("hub.local", "192.168.1.10");

    @TempDir private Path folder;
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private KeyHolder pages;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private KeyHolder others;

    @BeforeEach
    void make() throws IOException {
        pages = trust().pages(NAMES);
        others = Trust.open(folder.resolve("other"), NAMES, () -> now).pages(NAMES);
        put("pages.key", Pem.write(pages.key()), "rw-------");
        put("other.key", Pem.write(others.key()), "rw-------");
        put("open.key", Pem.write(pages.key()), "rw-r--r--");
        put(
                "old.key",
                Pem.write(pages.key()).replace("PRIVATE KEY", "EC PRIVATE KEY"),
                "rw-------");
        put(
                "pages.pem",
                Pem.write(pages.certificate()) + Pem.write(pages.chain().getLast()),
                "rw-r--r--");
        put("none.pem", "nothing", "rw-r--r--");
    }

    private Trust trust() throws IOException {
        return Trust.open(folder.resolve("trust"), NAMES, () -> now);
    }

    private void put(String name, String text, String mode) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    @Test
    void a_chain_with_its_key_is_read() throws IOException {
        KeyHolder read =
                new PageFiles(folder.resolve("pages.pem"), folder.resolve("pages.key")).read(now);
        assertEquals(pages.chain(), read.chain());
        assertEquals(pages.key(), read.key());
    }

    /// The two files, the days from now, and what is said.
    @ParameterizedTest
    @CsvSource({
        "missing.pem, pages.key, 0, there is no file",
        "none.pem, pages.key, 0, no certificate in PEM",
        "pages.pem, missing.key, 0, there is no file",
        "pages.pem, other.key, 0, is not the key of the certificate",
        "pages.pem, open.key, 0, everybody can read the key",
        "pages.pem, old.key, 0, PKCS #8",
        "pages.pem, pages.key, 400, ended at",
        "pages.pem, pages.key, -9, begins at"
    })
    void what_cannot_be_used_is_said_so(String certificate, String key, int days, String said) {
        PageFiles files = new PageFiles(folder.resolve(certificate), folder.resolve(key));
        String why =
                String.valueOf(
                        assertThrows(
                                        IOException.class,
                                        () -> files.read(now.plus(Duration.ofDays(days))))
                                .getMessage());
        assertTrue(why.contains(said), why);
    }

    @Test
    void the_pages_get_a_new_certificate_when_names_change_or_the_end_is_near() throws IOException {
        assertEquals(pages.chain(), trust().pages(NAMES).chain());
        assertNotEquals(pages.certificate(), trust().pages(List.of("hub.local")).certificate());
        KeyHolder again = trust().pages(NAMES);
        now = now.plus(Duration.ofDays(329));
        assertEquals(again.certificate(), trust().pages(NAMES).certificate());
        now = now.plus(Duration.ofDays(2));
        assertNotEquals(again.certificate(), trust().pages(NAMES).certificate());
    }

    /// Phones take no certificate of more than 825 days.
    @Test
    void the_certificate_of_the_pages_begins_now_and_lasts_about_a_year() {
        Duration life =
                Duration.between(
                        pages.certificate().getNotBefore().toInstant(),
                        pages.certificate().getNotAfter().toInstant());
        assertTrue(life.toDays() < 398, life.toString());
        assertTrue(
                pages.certificate()
                        .getNotBefore()
                        .toInstant()
                        .isAfter(now.minus(Duration.ofDays(2))));
    }
}
