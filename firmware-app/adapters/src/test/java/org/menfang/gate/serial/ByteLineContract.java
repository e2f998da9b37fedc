package org.menfang.gate.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.hardware.ByteLine;

/// What every line of bytes does.
@Timeout(120)
abstract class ByteLineContract {
    /// Far more than a test takes.
    private static final Duration LONG = Duration.ofMinutes(5);

    /// The line, open.
    abstract ByteLine line() throws IOException;

    /// What comes out at its other end.
    abstract InputStream otherIn() throws IOException;

    /// What goes in at its other end.
    abstract OutputStream otherOut() throws IOException;

    /// Takes the other end away.
    abstract void unplug() throws Exception;

    @Test
    void what_is_written_at_one_end_is_read_at_the_other() throws IOException {
        byte[] all = new byte[2_000];
        new Random(7).nextBytes(all);
        line().write(all);
        assertArrayEquals(all, otherIn().readNBytes(all.length));
        otherOut().write(all);
        otherOut().flush();
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        byte[] some = new byte[300];
        while (got.size() < all.length) {
            got.write(some, 0, line().read(some, LONG));
        }
        assertArrayEquals(all, got.toByteArray());
    }

    @Test
    void a_line_where_nothing_comes_says_so() throws IOException {
        assertEquals(0, line().read(new byte[10], Duration.ofMillis(20)));
        assertEquals(0, line().read(new byte[10], Duration.ZERO));
    }

    @Test
    void no_more_is_read_than_there_is_room_for() throws IOException {
        otherOut().write(new byte[] {1, 2, 3});
        otherOut().flush();
        byte[] one = new byte[1];
        for (int expected = 1; expected <= 3; expected++) {
            assertEquals(1, line().read(one, LONG));
            assertEquals("[" + expected + "]", Arrays.toString(one));
        }
    }

    @Test
    void a_line_that_is_gone_ends_a_read_that_waits() throws Exception {
        CompletableFuture<Throwable> end = readThatWaits();
        unplug();
        assertEquals(IOException.class, end.get().getClass());
    }

    @Test
    void closing_ends_a_read_that_waits() throws Exception {
        CompletableFuture<Throwable> end = readThatWaits();
        line().close();
        assertEquals(true, end.get() instanceof IOException);
        assertThrows(IOException.class, () -> line().read(new byte[1], Duration.ZERO));
        assertThrows(IOException.class, () -> line().write(new byte[1]));
        line().close();
    }

    private CompletableFuture<Throwable> readThatWaits() throws Exception {
        ByteLine line = line();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    begun.countDown();
                    try {
                        end.complete(new AssertionError(line.read(new byte[1], LONG) + " came"));
                    } catch (IOException e) {
                        end.complete(e);
                    }
                });
        begun.await();
        return end;
    }
}
