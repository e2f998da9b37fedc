package org.menfang.gate.serial;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.hardware.ByteLine;

/// Over a pseudo-terminal.
class SerialLineTest extends ByteLineContract {
    @TempDir Path folder;
    private TerminalPair cable;
    private SerialLine line;
    private InputStream otherIn;
    private OutputStream otherOut;

    @BeforeEach
    void join() throws IOException {
        Path ours = folder.resolve("ours");
        Path theirs = folder.resolve("theirs");
        cable = TerminalPair.join(ours, theirs);
        otherIn = Files.newInputStream(theirs);
        otherOut = Files.newOutputStream(theirs);
        line = SerialLine.open(ours, 9600);
    }

    @AfterEach
    void part() throws Exception {
        line.close();
        cable.close();
        otherIn.close();
        otherOut.close();
    }

    @Override
    ByteLine line() {
        return line;
    }

    @Override
    InputStream otherIn() {
        return otherIn;
    }

    @Override
    OutputStream otherOut() {
        return otherOut;
    }

    @Override
    void unplug() throws Exception {
        cable.close();
    }

    @Test
    void a_device_that_is_not_there_says_what_to_do() {
        IOException e =
                assertThrows(
                        IOException.class, () -> SerialLine.open(folder.resolve("none"), 9600));
        assertTrue(String.valueOf(e.getMessage()).endsWith("none is not there: is it plugged in?"));
    }

    @Test
    void a_plain_file_is_no_line() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        assertThrows(IOException.class, () -> SerialLine.open(file, 9600));
    }
}
