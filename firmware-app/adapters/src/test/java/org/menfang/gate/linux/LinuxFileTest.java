package org.menfang.gate.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files of this machine's kernel.
@Timeout(60)
class LinuxFileTest {
    private static final long FIONREAD = 0x541B;
    private static final long TCGETS = 0x5401;

    @TempDir private Path folder;

    @Test
    void what_was_written_is_read_and_the_buffers_move_on() throws Exception {
        Path path = Files.createFile(folder.resolve("file"));
        try (LinuxFile file = LinuxFile.open(path, LinuxFile.Access.WRITE)) {
            ByteBuffer text = direct("menfang");
            assertEquals(7, file.write(text));
            assertFalse(text.hasRemaining());
        }
        try (LinuxFile file = LinuxFile.open(path, LinuxFile.Access.READ)) {
            ByteBuffer room = ByteBuffer.allocateDirect(16).position(2);
            assertEquals(7, file.read(room));
            assertEquals(9, room.position());
            assertEquals(0, file.read(room));
        }
        assertEquals("menfang", Files.readString(path));
    }

    @Test
    void a_request_of_the_device_fills_a_structure_in() throws Exception {
        Path path = Files.writeString(folder.resolve("file"), "12345");
        try (LinuxFile file = LinuxFile.open(path, LinuxFile.Access.READ)) {
            ByteBuffer count =
                    ByteBuffer.allocateDirect(Integer.BYTES).order(ByteOrder.nativeOrder());
            file.ioctl("ask how much there is", FIONREAD, count);
            assertEquals(5, count.getInt(0));
        }
    }

    @Test
    void what_the_kernel_refuses_is_told_with_its_name_and_what_it_means() throws Exception {
        Path missing = folder.resolve("gpiochip9");
        LinuxException none =
                assertThrows(
                        LinuxException.class, () -> LinuxFile.open(missing, LinuxFile.Access.READ));
        assertTrue(none.is(Errno.ENOENT));
        assertEquals("open " + missing + ": ENOENT, there is no such file", none.getMessage());
        Path path = Files.createFile(folder.resolve("file"));
        try (LinuxFile file = LinuxFile.open(path, LinuxFile.Access.READ)) {
            LinuxException wrong =
                    assertThrows(LinuxException.class, () -> file.ioctl("ask a file", TCGETS, 0L));
            assertEquals(
                    "ask a file (" + path + "): ENOTTY, the device does not know this request",
                    wrong.getMessage());
        }
    }

    @Test
    void better_advice_stands_in_the_place_of_the_usual() {
        assertEquals(
                "take line 17: EBUSY, \"fan\" holds it",
                new LinuxException("take line 17", Errno.EBUSY.number())
                        .advising("\"fan\" holds it")
                        .getMessage());
        assertEquals(
                "take line 17: error 4711, the kernel refuses",
                new LinuxException("take line 17", 4711).getMessage());
    }

    @Test
    void a_closed_file_is_refused_and_closing_twice_is_nothing() throws Exception {
        LinuxFile file = LinuxFile.open(Path.of("/dev/null"), LinuxFile.Access.READ_WRITE);
        file.close();
        file.close();
        LinuxException closed =
                assertThrows(LinuxException.class, () -> file.write(direct("gone")));
        assertTrue(closed.is(Errno.EBADF));
    }

    @Test
    void the_kernel_takes_direct_buffers_only() throws Exception {
        try (LinuxFile file = LinuxFile.open(Path.of("/dev/null"), LinuxFile.Access.WRITE)) {
            assertThrows(IllegalArgumentException.class, () -> file.write(ByteBuffer.allocate(1)));
        }
    }

    @Test
    void waiting_ends_when_there_is_something_to_read_or_the_time_is_over() throws Exception {
        try (LinuxFile pipe = LinuxFile.open(pipe(), LinuxFile.Access.READ_WRITE)) {
            assertFalse(pipe.awaitReadable(Duration.ofMillis(1)));
            pipe.write(direct("x"));
            assertTrue(pipe.awaitReadable(Duration.ofDays(1)));
        }
    }

    @Test
    void a_thread_that_waits_is_woken_and_nobody_waits_afterwards() throws Exception {
        try (LinuxFile pipe = LinuxFile.open(pipe(), LinuxFile.Access.READ_WRITE);
                LinuxWake wake = LinuxWake.open()) {
            CountDownLatch begun = new CountDownLatch(1);
            FutureTask<Boolean> waiting =
                    new FutureTask<>(() -> {
                        begun.countDown();
                        return pipe.awaitReadable(wake);
                    });
            Thread.ofPlatform().daemon().start(waiting);
            begun.await();
            wake.wake();
            assertFalse(waiting.get(30, TimeUnit.SECONDS));
            pipe.write(direct("x"));
            assertFalse(pipe.awaitReadable(wake));
        }
    }

    private Path pipe() throws Exception {
        Path path = folder.resolve("pipe");
        Process made = new ProcessBuilder(List.of("mkfifo", path.toString())).start();
        assertEquals(0, made.waitFor());
        return path;
    }

    private static ByteBuffer direct(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
