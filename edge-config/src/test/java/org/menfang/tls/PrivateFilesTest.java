package org.menfang.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class PrivateFilesTest {
    @TempDir Path folder;

    @Test
    void a_file_is_there_whole_for_this_user_alone_and_nothing_beside_it() throws IOException {
        Path file = folder.resolve("key.pem");
        PrivateFiles.write(file, new byte[] {1});
        PrivateFiles.write(file, new byte[] {1, 2, 3});
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(file));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of("key.pem"), names());
    }

    @Test
    void what_a_killed_writer_left_is_swept_and_what_a_living_one_writes_is_not()
            throws IOException, InterruptedException {
        long dead = deadProcess();
        long alive = ProcessHandle.current().parent().orElseThrow().pid();
        Path below = Files.createDirectories(folder.resolve("12/34"));
        Files.writeString(below.resolve(".picture.jpg." + dead + "-1.new"), "half");
        Files.writeString(folder.resolve(".key." + dead + "-7.new"), "half");
        // In a container every start has the same number.
        Files.writeString(
                folder.resolve(".key." + ProcessHandle.current().pid() + "-7.new"), "half");
        Files.writeString(folder.resolve(".key." + alive + "-1.new"), "not yet whole");
        Files.writeString(folder.resolve(".hidden"), "somebody's own");
        Files.writeString(folder.resolve("key"), "whole");
        PrivateFiles.sweep(folder);
        assertEquals(List.of(".hidden", ".key." + alive + "-1.new", "key"), names());
        PrivateFiles.sweep(folder.resolve("not-there"));
    }

    private static long deadProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
