package org.menfang.gate.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.hardware.HeardReaders;
import org.menfang.site.CardFormat;
import org.menfang.site.ReaderPlan;
import org.menfang.vocabulary.ReaderId;

@Timeout(120)
class SerialReadersTest {
    private static final ReaderPlan SCANNER =
            new ReaderPlan(new ReaderId("scanner"), "扫码", CardFormat.WIEGAND_26, false, true);
    private static final Duration SOON = Duration.ofMillis(20);

    @TempDir Path folder;
    private final HeardReaders heard = new HeardReaders();

    @Test
    void a_scanner_is_heard_unplugged_and_heard_again() throws Exception {
        Path ours = folder.resolve("ours");
        Path theirs = folder.resolve("theirs");
        try (SerialReaders readers =
                SerialReaders.over(SCANNER, () -> SerialLine.open(ours, 9600), SOON, heard)) {
            assertEquals("scanner failed", next());
            try (TerminalPair _ = TerminalPair.join(ours, theirs)) {
                assertEquals("scanner recovered", next());
                scan(theirs, "HC1:6BF\r\n");
                assertEquals("scanner text HC1:6BF", next());
                scan(theirs, "half of a");
            }
            assertEquals("scanner failed", next());
            try (TerminalPair _ = TerminalPair.join(ours, theirs)) {
                assertEquals("scanner recovered", next());
                scan(theirs, "whole\r\n");
                assertEquals("scanner text whole", next());
            }
            assertTrue(readers.areLive());
        }
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(60, TimeUnit.SECONDS));
    }

    private static void scan(Path end, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(end)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
