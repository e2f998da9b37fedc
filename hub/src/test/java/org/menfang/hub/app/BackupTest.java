package org.menfang.hub.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Head;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.keep.Backup;
import org.menfang.hub.keep.BackupKey;
import org.menfang.hub.keep.BackupPlan;
import org.menfang.hub.keep.Keeping;
import org.menfang.hub.keep.NightlyBackup;
import org.menfang.hub.keep.Restore;
import org.menfang.hub.notify.Notice;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.rights.RightsEntry;
import org.menfang.hub.rights.Role;
import org.menfang.hub.store.Database;
import org.menfang.hub.store.SqliteBook;
import org.menfang.vocabulary.OperatorName;

@Timeout(120)
class BackupTest {
    private static final Instant NOW = Instant.parse("2026-11-22T19:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir private Path folder;
    private final List<Notice> told = new ArrayList<>();
    private Head head;

    private Path data() {
        return folder.resolve("data");
    }

    private Path file() {
        return folder.resolve("hub.zip");
    }

    @BeforeEach
    void make_a_hub() throws Refusal, IOException {
        DataFolder hub = DataFolder.open(data());
        try (Database database = hub.database()) {
            Book book =
                    Book.open(
                            new SqliteBook(database),
                            InstantSource.fixed(NOW),
                            List.of(new Rights()));
            for (int i = 0; i < 20; i++) {
                OperatorName who = new OperatorName("volunteer " + i);
                book.decide(
                        Book.CONSOLE,
                        _ -> Verdict.write(new RightsEntry.Appointed(who, Role.VOLUNTEER)));
            }
            head = book.head();
        }
        put("trust/ca.key", "a key");
        put("passes/keys/one", "another key");
        put("codes/one", "a code");
        put("pictures/ab/abc.jpg", "a picture");
        put("run", "where it listens");
        BackupKey.make(keyFile(), new SecureRandom());
    }

    private Path keyFile() {
        return folder.resolve("backup.key");
    }

    private void put(String name, String text) throws IOException {
        Path file = data().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Backup.Made backUp(boolean pictures) throws IOException {
        return new Backup(data(), new SqliteHubCopy(), "test").make(file(), pictures, NOW, null);
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            TreeSet<String> names = new TreeSet<>();
            all.filter(Files::isRegularFile)
                    .forEach(file -> names.add(folder.relativize(file).toString()));
            return names;
        }
    }

    private Restore.Outcome restore(Path to) throws IOException {
        return new Restore(new SqliteHubCopy(), null).into(file(), to);
    }

    @Test
    void a_restored_hub_has_the_same_log_and_the_same_keys_and_no_codes() throws IOException {
        Backup.Made made = backUp(false);
        assertEquals(head.seq(), made.manifest().bookSeq());
        Path restored = folder.resolve("restored");
        var good = assertInstanceOf(Restore.Outcome.Good.class, restore(restored));
        assertEquals(head, good.head());
        assertEquals("a key", Files.readString(restored.resolve("trust/ca.key")));
        assertEquals(
                new TreeSet<>(List.of("hub.db", "passes/keys/one", "trust/ca.key")),
                files(restored));
    }

    @Test
    void pictures_come_along_where_they_are_wanted() throws IOException {
        backUp(true);
        Path restored = folder.resolve("restored");
        assertInstanceOf(Restore.Outcome.Good.class, restore(restored));
        assertEquals("a picture", Files.readString(restored.resolve("pictures/ab/abc.jpg")));
    }

    @Test
    void nothing_is_written_over() throws IOException {
        backUp(false);
        assertThrows(IOException.class, () -> backUp(false));
        assertInstanceOf(Restore.Outcome.Refused.class, restore(data()));
        assertEquals("a key", Files.readString(data().resolve("trust/ca.key")));
    }

    @Test
    void a_dry_run_leaves_nothing_behind() throws IOException {
        backUp(false);
        Path room = Files.createDirectory(folder.resolve("room"));
        var good =
                assertInstanceOf(
                        Restore.Outcome.Good.class,
                        new Restore(new SqliteHubCopy(), null).dryRun(file(), room));
        assertEquals(head, good.head());
        assertEquals(new TreeSet<String>(), files(room));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 40, 60, 90})
    void a_damaged_backup_is_refused(int perCent) throws IOException {
        backUp(false);
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length * perCent / 100] ^= 0x10;
        Files.write(file(), bytes, StandardOpenOption.TRUNCATE_EXISTING);
        Path restored = folder.resolve("restored");
        assertInstanceOf(Restore.Outcome.Damaged.class, restore(restored));
        assertFalse(Files.exists(restored));
    }

    @Test
    void a_backup_that_was_cut_short_is_refused() throws IOException {
        backUp(false);
        byte[] bytes = Files.readAllBytes(file());
        Files.write(
                file(),
                java.util.Arrays.copyOf(bytes, bytes.length - 100),
                StandardOpenOption.TRUNCATE_EXISTING);
        assertInstanceOf(Restore.Outcome.Damaged.class, restore(folder.resolve("restored")));
    }

    @Test
    void a_file_that_was_put_into_a_backup_is_refused() throws IOException {
        backUp(false);
        try (FileSystem zip = FileSystems.newFileSystem(file())) {
            Files.writeString(zip.getPath("/planted"), "a stranger's key");
        }
        var damaged =
                assertInstanceOf(
                        Restore.Outcome.Damaged.class, restore(folder.resolve("restored")));
        assertTrue(damaged.why().contains("manifest"), damaged.why());
    }

    @Test
    void a_sealed_backup_shows_nothing_and_opens_with_its_key_alone() throws IOException {
        BackupKey key = BackupKey.read(keyFile());
        Backup backup = new Backup(data(), new SqliteHubCopy(), "test");
        backup.make(file(), true, NOW, key);
        String bytes = Files.readString(file(), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("manifest.json") || bytes.contains("trust/"));
        Path restored = folder.resolve("restored");
        assertInstanceOf(Restore.Outcome.NotOpened.class, restore(restored));
        var wrong =
                assertInstanceOf(
                        Restore.Outcome.NotOpened.class,
                        new Restore(new SqliteHubCopy(), BackupKey.of("not the key of this one"))
                                .into(file(), restored));
        assertTrue(wrong.why().contains("key is not the one"), wrong.why());
        assertFalse(Files.exists(restored));
        var good =
                assertInstanceOf(
                        Restore.Outcome.Good.class,
                        new Restore(new SqliteHubCopy(), key).into(file(), restored));
        assertEquals(head, good.head());
        assertEquals("a key", Files.readString(restored.resolve("trust/ca.key")));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    Set.of("backup.key", "data", "hub.zip", "restored"),
                    left.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void a_sealed_backup_that_was_changed_is_refused() throws IOException {
        BackupKey key = BackupKey.read(keyFile());
        new Backup(data(), new SqliteHubCopy(), "test").make(file(), false, NOW, key);
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(), bytes);
        var changed =
                assertInstanceOf(
                        Restore.Outcome.NotOpened.class,
                        new Restore(new SqliteHubCopy(), key)
                                .into(file(), folder.resolve("restored")));
        assertTrue(changed.why().contains("changed or cut off"), changed.why());
    }

    @Test
    void every_night_a_backup_is_made_and_the_oldest_ones_go() throws Refusal, IOException {
        Keeping keeping = new Keeping();
        Path safe = folder.resolve("safe");
        Instant[] now = {NOW};
        try (Database database = DataFolder.open(data()).database()) {
            Book book = Book.open(new SqliteBook(database), () -> now[0], List.of(keeping));
            NightlyBackup nightly =
                    new NightlyBackup(
                            book,
                            keeping,
                            new Backup(data(), new SqliteHubCopy(), "test"),
                            new BackupPlan(safe, 2, false, keyFile()),
                            ZONE,
                            told::add,
                            Runnable::run);
            for (int hour = 0; hour < 90; hour++) {
                nightly.tick(now[0]);
                nightly.tick(now[0]);
                now[0] = now[0].plus(Duration.ofHours(1));
            }
            assertEquals(head.seq() + 4, book.head().seq());
        }
        assertEquals(
                new TreeSet<>(
                        List.of(
                                "menfang-hub-20261125-020000.sealed",
                                "menfang-hub-20261126-020000.sealed")),
                files(safe));
    }

    @Test
    void a_backup_that_cannot_be_made_is_written_down() throws Refusal, IOException {
        Keeping keeping = new Keeping();
        Path safe = folder.resolve("no-folder");
        Files.writeString(safe, "in the way");
        try (Database database = DataFolder.open(data()).database()) {
            Book book =
                    Book.open(new SqliteBook(database), InstantSource.fixed(NOW), List.of(keeping));
            new NightlyBackup(
                            book,
                            keeping,
                            new Backup(data(), new SqliteHubCopy(), "test"),
                            new BackupPlan(safe, 2, false, keyFile()),
                            ZONE,
                            told::add,
                            Runnable::run)
                    .tick(NOW);
            assertEquals(head.seq() + 1, book.head().seq());
            assertEquals(1, told.size());
        }
    }

    @Test
    void without_its_key_no_backup_is_made_and_people_are_told() throws Refusal, IOException {
        Keeping keeping = new Keeping();
        Path safe = folder.resolve("safe");
        Files.delete(keyFile());
        try (Database database = DataFolder.open(data()).database()) {
            Book book =
                    Book.open(new SqliteBook(database), InstantSource.fixed(NOW), List.of(keeping));
            new NightlyBackup(
                            book,
                            keeping,
                            new Backup(data(), new SqliteHubCopy(), "test"),
                            new BackupPlan(safe, 2, false, keyFile()),
                            ZONE,
                            told::add,
                            Runnable::run)
                    .tick(NOW);
        }
        assertEquals(1, told.size());
        assertEquals(new TreeSet<String>(), files(safe));
    }
}
