package org.menfang.gate.evdev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.hardware.HeardReaders;
import org.menfang.gate.hardware.PluggedReader;
import org.menfang.gate.hardware.TypedText;
import org.menfang.site.CardFormat;
import org.menfang.site.ReaderConnection;
import org.menfang.site.ReaderPlan;
import org.menfang.vocabulary.ReaderId;

/// A pipe in the file system stands in for the device: it carries the same events, and is gone once
/// nobody writes to it.
@Timeout(120)
class EventDeviceTest {
    private static final ReaderId READER = new ReaderId("usb");

    @TempDir Path folder;
    private final HeardReaders heard = new HeardReaders();
    private final Typing typing = new Typing(1_000_000);
    private Path pipe;

    @BeforeEach
    void makePipe() throws Exception {
        pipe = folder.resolve("event0");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    }

    @Test
    void a_reader_is_heard_unplugged_and_heard_again() throws Exception {
        try (PluggedReader reader =
                PluggedReader.start(
                        READER,
                        () -> EventDevice.hear(pipe, typed()),
                        Duration.ofMillis(20),
                        heard)) {
            try (OutputStream device = Files.newOutputStream(pipe)) {
                device.write(Typing.bytes(typing.type("0001234567\n000")));
                device.flush();
                assertEquals("usb card", kind(next()));
            }
            assertEquals("usb failed", next());
            try (OutputStream device = Files.newOutputStream(pipe)) {
                assertEquals("usb recovered", next());
                device.write(Typing.bytes(typing.type("hello\n")));
                device.flush();
                assertEquals("usb text hello", next());
            }
            assertEquals("usb failed", next());
            assertTrue(reader.isLive());
        }
    }

    @Test
    void what_is_no_event_device_is_not_listened_to() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "text");
        IOException e = assertThrows(IOException.class, () -> EventDevice.open(file, typed()));
        assertTrue(String.valueOf(e.getMessage()).startsWith("grab the keys"), e.toString());
        assertThrows(IOException.class, () -> EventDevice.open(folder.resolve("none"), typed()));
    }

    /// Opened for both, a pipe waits for nobody.
    @Test
    void closing_ends_the_listening() throws Exception {
        try (RandomAccessFile device = new RandomAccessFile(pipe.toFile(), "rw")) {
            EventDevice session = EventDevice.hear(pipe, typed());
            device.write(Typing.bytes(typing.type("hello\n")));
            CompletableFuture<Void> end =
                    CompletableFuture.runAsync(() -> {
                        try {
                            session.listen();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
            assertEquals("usb text hello", next());
            session.close();
            end.get();
            session.close();
        }
    }

    @Test
    void a_reader_that_is_no_keyboard_is_refused() {
        ReaderPlan other = new ReaderPlan(READER, "r", CardFormat.WIEGAND_34, false, false);
        assertThrows(
                IllegalArgumentException.class,
                () -> KeyboardReaders.connect(List.of(other), heard));
    }

    @Test
    void a_keyboard_that_is_not_there_has_failed_and_is_looked_for() throws Exception {
        ReaderPlan plan =
                new ReaderPlan(
                        READER,
                        "r",
                        CardFormat.WIEGAND_34,
                        false,
                        false,
                        new ReaderConnection.Keyboard(Path.of("/dev/input/no-such-reader")));
        try (KeyboardReaders readers = KeyboardReaders.connect(List.of(plan), heard)) {
            assertEquals("usb failed", next());
            assertTrue(readers.areLive());
        }
    }

    private TypedText typed() {
        return new TypedText(
                new ReaderPlan(READER, "r", CardFormat.WIEGAND_34, false, true), heard);
    }

    private static String kind(String told) {
        return told.substring(0, told.lastIndexOf(' '));
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(60, TimeUnit.SECONDS));
    }
}
