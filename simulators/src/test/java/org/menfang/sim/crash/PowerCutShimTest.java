package org.menfang.sim.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.os.LogKey;

/// What the disk of the shim keeps and loses, act by act. The folder begins with a file `old` that
/// says "0000".
@Timeout(120)
final class PowerCutShimTest {
    @TempDir Path folder;

    private PowerCutShim shim;
    private Path disk;

    @BeforeEach
    void build() throws Exception {
        shim = PowerCutShim.build(folder.resolve("shim"));
        disk = Files.createDirectory(folder.resolve("disk"));
        Files.createDirectory(folder.resolve("beside"));
        Files.writeString(disk.resolve("old"), "0000");
    }

    @Test
    void what_was_not_synced_is_lost_and_what_was_is_not() throws Exception {
        check("old=0000", Fate.DROP, 2, "put old 1", "add old 23");
        check("old=12000", Fate.DROP, 4, "put old 12", "add old 0", "sync old", "put old 34");
        check("old=00", Fate.DROP, 3, "shorten old 2", "sync old", "add old 77");
        check("old=0000", Fate.DROP, 1, "shorten old 2");
    }

    @Test
    void a_name_lasts_only_once_its_folder_was_synced() throws Exception {
        check("old=0000", Fate.DROP, 4, "put new 1", "sync new", "put old 9");
        check("new=1 old=0000", Fate.DROP, 5, "put new 1", "sync new", "sync .", "put old 9");
        check("old=0000", Fate.DROP, 2, "rename old newer", "put newer 1");
        check("old=0000", Fate.DROP, 2, "remove old", "put other 1");
        check("other=", Fate.DROP, 5, "remove old", "put other 1", "sync .", "put other 2");
        check("old=0000", Fate.DROP, 5, "put new 1", "sync new", "rename new old", "put old 2");
    }

    @Test
    void a_process_that_is_killed_leaves_all_that_it_wrote() throws Exception {
        check("newer=10002", Fate.KEEP, 3, "put old 1", "rename old newer", "add newer 2");
    }

    @Test
    void a_copy_inside_the_kernel_is_seen_too() throws Exception {
        check("old=0000", Fate.DROP, 2, "copy old twin");
    }

    /// The hub keeps the other half of it, and would trust no other.
    @Test
    void the_key_of_a_gate_outlives_a_cut_right_after_it_was_made() throws Exception {
        String line = cut(Fate.DROP, 7, "log-key keys", "put old 9");
        assertTrue(line.contains("at=write") && line.contains("/old "), line);
        assertTrue(Files.exists(disk.resolve("keys").resolve(LogKey.FILE_NAME)), line);
        assertInstanceOf(LogKey.Loading.Ready.class, LogKey.load(disk.resolve("keys")));
        assertEquals("0000", Files.readString(disk.resolve("old")));
    }

    /// Runs the acts up to a call, cuts there, and looks at every file.
    private void check(String left, Fate fate, long call, String... acts) throws Exception {
        try (Stream<Path> all = Files.list(disk)) {
            for (Path file : all.toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(disk.resolve("old"), "0000");
        String line = cut(fate, call, acts);
        assertEquals(left, listing(), () -> List.of(acts) + " " + line);
    }

    private String cut(Fate fate, long call, String... acts) throws Exception {
        Files.deleteIfExists(PowerCutShim.report(folder.resolve("beside")));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xint",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DiskScript.class.getName(),
                                disk.toRealPath().toString()));
        command.addAll(List.of(acts));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        Path beside = folder.resolve("beside");
        builder.environment().putAll(shim.environment(disk, null, beside, new Cut(call, 1, fate)));
        int status = builder.start().waitFor();
        CutReport report = CutReport.read(PowerCutShim.report(beside));
        assertTrue(report.begun(), "the shim was there");
        assertEquals(List.of(), report.unmodelled());
        assertEquals(137, status, () -> List.of(acts) + " was not cut");
        return String.valueOf(report.line());
    }

    private String listing() throws IOException {
        try (Stream<Path> all = Files.list(disk)) {
            List<String> files = new ArrayList<>();
            for (Path file : all.sorted().toList()) {
                files.add(file.getFileName() + "=" + Files.readString(file));
            }
            return String.join(" ", files);
        }
    }
}
