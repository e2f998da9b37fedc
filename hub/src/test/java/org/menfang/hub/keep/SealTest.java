package org.menfang.hub.keep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
    private static final BackupKey KEY = BackupKey.of("兴华小区 业委会 备份 二〇二六 十一月");
    private static final int ROUNDS = 100;
    private static final int HEADER_BYTES = 68;
    private static final int SEALED_CHUNK_BYTES = SealHeader.CHUNK_BYTES + SealHeader.TAG_BYTES;

    @TempDir private Path folder;

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static byte[] seal(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SealingStream sealing = SealingStream.begin(out, KEY, ROUNDS)) {
            // In uneven pieces, as a ZIP is written.
            for (int at = 0; at < plain.length; at += 40_001) {
                sealing.write(plain, at, Math.min(40_001, plain.length - at));
            }
        }
        return out.toByteArray();
    }

    private static byte[] open(byte[] sealed, BackupKey key) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Seal.open(new ByteArrayInputStream(sealed), out, key);
        return out.toByteArray();
    }

    private static String whyNot(byte[] sealed) {
        return String.valueOf(
                assertThrows(SealException.class, () -> open(sealed, KEY)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 300_000})
    void what_was_sealed_is_opened(int count) throws IOException {
        byte[] plain = bytes(count);
        byte[] sealed = seal(plain);
        assertArrayEquals(plain, open(sealed, KEY));
        Path file = Files.write(folder.resolve("sealed"), sealed);
        assertTrue(Seal.isOn(file));
    }

    @Test
    void the_same_is_never_sealed_alike() throws IOException {
        assertFalse(Arrays.equals(seal(bytes(10)), seal(bytes(10))));
        Path file = Files.writeString(folder.resolve("plain"), "PK");
        assertFalse(Seal.isOn(file));
    }

    @Test
    void another_key_is_told_from_damage() throws IOException {
        byte[] sealed = seal(bytes(100));
        String why =
                String.valueOf(
                        assertThrows(
                                        SealException.class,
                                        () -> open(sealed, BackupKey.of("another key of 20 signs")))
                                .getMessage());
        assertTrue(why.contains("key is not the one"), why);
    }

    /// Where a bit is turned, and what is said of it. The first bytes prove themselves by the key.
    @ParameterizedTest
    @CsvSource({
        "0, no sealed backup",
        "8, later version",
        "9, damaged",
        "20, key is not the one",
        "33, key is not the one",
        "60, key is not the one",
        "68, chunk 0",
        "65619, chunk 0",
        "65620, chunk 1",
        "140000, chunk 2"
    })
    void a_bit_that_is_turned_is_found(int at, String said) throws IOException {
        byte[] sealed = seal(bytes(2 * SealHeader.CHUNK_BYTES + 20_000));
        sealed[at] ^= 0x40;
        assertTrue(whyNot(sealed).contains(said), whyNot(sealed));
    }

    @Test
    void what_is_cut_off_left_out_or_put_elsewhere_is_found() throws IOException {
        byte[] sealed = seal(bytes(3 * SealHeader.CHUNK_BYTES));
        int second = HEADER_BYTES + SEALED_CHUNK_BYTES;
        int third = second + SEALED_CHUNK_BYTES;
        assertTrue(whyNot(Arrays.copyOf(sealed, third)).contains("chunk 1"));
        assertTrue(whyNot(Arrays.copyOf(sealed, third + 5)).contains("chunk 2"));
        assertTrue(whyNot(Arrays.copyOf(sealed, HEADER_BYTES)).contains("chunk 0"));
        assertTrue(whyNot(Arrays.copyOf(sealed, 30)).contains("ends too early"));
        assertTrue(whyNot(Arrays.copyOf(sealed, sealed.length + 1)).contains("chunk 2"));

        byte[] without = new byte[sealed.length - SEALED_CHUNK_BYTES];
        System.arraycopy(sealed, 0, without, 0, second);
        System.arraycopy(sealed, third, without, second, sealed.length - third);
        assertTrue(whyNot(without).contains("chunk 1"));

        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, HEADER_BYTES, swapped, second, SEALED_CHUNK_BYTES);
        System.arraycopy(sealed, second, swapped, HEADER_BYTES, SEALED_CHUNK_BYTES);
        assertTrue(whyNot(swapped).contains("chunk 0"));
    }

    /// A file without its end was not closed: its writer died.
    @Test
    void a_file_that_was_never_closed_is_not_opened() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SealingStream sealing = SealingStream.begin(out, KEY, ROUNDS);
        sealing.write(bytes(200_000));
        assertTrue(whyNot(out.toByteArray()).contains("chunk"));
    }

    @Test
    void a_made_key_is_read_again_and_never_written_over() throws IOException {
        Path file = folder.resolve("backup.key");
        String made = BackupKey.make(file, new SecureRandom());
        assertTrue(made.matches("([A-Z2-9]{5}-){7}[A-Z2-9]{5}"), made);
        assertEquals(BackupKey.of(made), BackupKey.read(file));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertThrows(
                FileAlreadyExistsException.class, () -> BackupKey.make(file, new SecureRandom()));
        assertFalse(BackupKey.of(made).toString().contains(made));
    }

    /// What is in the file, its mode, and what is said of it.
    @ParameterizedTest
    @CsvSource({
        "fifteen signs!!, rw-------, has 15",
        "sixteen signs !!, rw-r--r--, others can read",
        "sixteen signs !!, rw-------, ''"
    })
    void a_key_that_is_no_good_is_said_so(String text, String mode, String said)
            throws IOException {
        Path file = Files.writeString(folder.resolve("key"), text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        if (said.isEmpty()) {
            assertEquals(BackupKey.of(text), BackupKey.read(file));
        } else {
            String why =
                    String.valueOf(
                            assertThrows(IOException.class, () -> BackupKey.read(file))
                                    .getMessage());
            assertTrue(why.contains(said), why);
        }
    }

    @Test
    void a_file_that_is_not_a_key_is_said_so() {
        String why =
                String.valueOf(
                        assertThrows(
                                        IOException.class,
                                        () -> BackupKey.read(folder.resolve("none")))
                                .getMessage());
        assertTrue(why.contains("no key of backups"), why);
    }
}
