package org.menfang.gate.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.local.HeldFile;
import org.menfang.gate.sqlite.StillDatabase;
import org.menfang.json.Json;
import org.menfang.tls.PrivateFiles;

/// A gate in one file, and back on another card.
@Timeout(120)
class GateBackupTest {
    private static final Instant MADE_AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant NOW = MADE_AT.plus(Duration.ofHours(5));
    private static final InstantSource CLOCK = InstantSource.fixed(MADE_AT);

    @TempDir private Path folder = Path.of("");

    private Path data;
    private Path backup;
    private Path restored;

    @BeforeEach
    void makeGate() throws IOException {
        data = folder.resolve("data");
        backup = folder.resolve("gate.backup");
        restored = folder.resolve("restored");
        PrivateFiles.folder(data.resolve("keys/hub"));
        PrivateFiles.write(data.resolve("keys/log.key"), "a key");
        PrivateFiles.write(data.resolve("keys/hub/ca.pem"), "a certificate");
        PrivateFiles.write(data.resolve("last-good-site.yaml"), "a site");
        PrivateFiles.write(data.resolve("last-good-rules"), "rules");
        PrivateFiles.folder(data.resolve("pictures"));
        PrivateFiles.write(data.resolve("pictures/one.jpg"), "somebody");
        PrivateFiles.write(data.resolve("numbers"), "of one run");
        new StillDatabase(data).hold();
    }

    @Test
    void all_that_makes_the_gate_what_it_is_comes_back_for_its_user_alone() throws IOException {
        make();
        assertEquals("rw-------", rights(backup));
        GateRestore.Outcome.Restored done =
                assertInstanceOf(
                        GateRestore.Outcome.Restored.class,
                        GateRestore.into(backup, restored, NOW));
        assertEquals(MADE_AT, done.note().madeAt());
        assertEquals(
                List.of(
                        "gate.db",
                        "keys/hub/ca.pem",
                        "keys/log.key",
                        "last-good-rules",
                        "last-good-site.yaml"),
                files(restored));
        assertEquals("a certificate", Files.readString(restored.resolve("keys/hub/ca.pem")));
        try (Stream<Path> all = Files.walk(restored)) {
            for (Path each : all.toList()) {
                assertEquals(Files.isDirectory(each) ? "rwx------" : "rw-------", rights(each));
            }
        }
        assertEquals(List.of("data", "gate.backup", "restored"), names(folder));
    }

    @Test
    void an_empty_folder_is_taken_and_one_that_is_not_is_refused() throws IOException {
        make();
        Files.createDirectory(restored);
        assertInstanceOf(
                GateRestore.Outcome.Restored.class, GateRestore.into(backup, restored, NOW));
        GateRestore.Outcome again = GateRestore.into(backup, restored, NOW);
        assertInstanceOf(GateRestore.Outcome.Refused.class, again);
        assertEquals(5, files(restored).size());
    }

    @Test
    void of_a_backup_that_was_cut_or_changed_anywhere_nothing_is_written() throws IOException {
        make();
        byte[] whole = Files.readAllBytes(backup);
        List<byte[]> bad = new ArrayList<>();
        for (int part = 0; part < 40; part++) {
            int at = (int) ((long) whole.length * part / 40);
            bad.add(Arrays.copyOf(whole, at));
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            bad.add(changed);
        }
        bad.add(Arrays.copyOf(whole, whole.length - 1));
        bad.add(Arrays.copyOf(whole, whole.length + 1));
        for (byte[] each : bad) {
            Files.write(backup, each);
            assertInstanceOf(
                    GateRestore.Outcome.Damaged.class, GateRestore.into(backup, restored, NOW));
            assertEquals(List.of("data", "gate.backup"), names(folder));
        }
    }

    @Test
    void names_that_lead_elsewhere_are_refused() throws IOException {
        for (String name :
                List.of("../gate.db", "/gate.db", "keys/../../x", "keys", "pictures/a", "tmp/x")) {
            Files.deleteIfExists(backup);
            BackupFile.write(
                    backup,
                    zip -> {
                        zip.putNextEntry(new ZipEntry(KeptFiles.NOTE));
                        zip.write(Json.write(new BackupNote(BackupNote.FORMAT, "1", MADE_AT)));
                        zip.putNextEntry(new ZipEntry(name));
                        zip.write(1);
                    });
            assertInstanceOf(
                    GateRestore.Outcome.Damaged.class, GateRestore.into(backup, restored, NOW));
            assertEquals(List.of("data", "gate.backup"), names(folder));
        }
    }

    @Test
    void a_clock_that_is_before_the_backup_is_to_be_set_first() throws IOException {
        make();
        GateRestore.Outcome.Refused refused =
                assertInstanceOf(
                        GateRestore.Outcome.Refused.class,
                        GateRestore.into(backup, restored, MADE_AT.minusSeconds(1)));
        assertTrue(refused.why().contains("set the clock"), refused::why);
        assertEquals(List.of("data", "gate.backup"), names(folder));
    }

    @Test
    void a_backup_of_a_damaged_database_is_not_made() throws IOException {
        byte[] database = Files.readAllBytes(data.resolve("gate.db"));
        for (int at = 4_200; at < database.length; at += 7) {
            database[at] ^= 0x55;
        }
        HeldFile held = new FixedFile(true);
        Files.write(data.resolve("gate.db"), database);
        IOException refused =
                assertThrows(
                        IOException.class,
                        () -> new GateBackup(data, held, "test").make(backup, CLOCK));
        assertTrue(refused.toString().contains("no good"), refused::toString);
        assertEquals(List.of("data"), names(folder));
    }

    @Test
    void a_copy_of_a_file_that_changed_meanwhile_is_thrown_away() throws IOException {
        assertThrows(
                IOException.class,
                () -> new GateBackup(data, new FixedFile(false), "test").make(backup, CLOCK));
        assertEquals(List.of("data"), names(folder));
    }

    @Test
    void no_file_is_written_over() throws IOException {
        Files.writeString(backup, "another backup");
        assertThrows(IOException.class, this::make);
        assertEquals("another backup", Files.readString(backup));
        assertFalse(Files.exists(folder.resolve(".gate.backup.making")));
    }

    /// @param same what is said of it at the end
    private record FixedFile(boolean same) implements HeldFile {
        @Override
        public long hold() {
            return 1;
        }

        @Override
        public boolean release(long number) {
            return same;
        }
    }

    private void make() throws IOException {
        new GateBackup(data, new StillDatabase(data), "test").make(backup, CLOCK);
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }
}
