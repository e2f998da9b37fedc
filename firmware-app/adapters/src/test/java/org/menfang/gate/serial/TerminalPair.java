package org.menfang.gate.serial;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Two pseudo-terminals, joined like the ends of a serial cable: what is written at one is read at
/// the other. Closing it takes both away, as unplugging does.
final class TerminalPair implements AutoCloseable {
    private final Process socat;

    private TerminalPair(Process socat) {
        this.socat = socat;
    }

    static TerminalPair join(Path one, Path other) throws IOException {
        Process socat =
                new ProcessBuilder(
                                "socat",
                                "-d",
                                "-d",
                                "pty,raw,echo=0,link=" + one,
                                "pty,raw,echo=0,link=" + other)
                        .redirectErrorStream(true)
                        .start();
        BufferedReader words = socat.inputReader(StandardCharsets.UTF_8);
        String line = words.readLine();
        while (line != null && !line.contains("starting data transfer loop")) {
            line = words.readLine();
        }
        if (line == null) {
            throw new IOException("socat has ended");
        }
        return new TerminalPair(socat);
    }

    @Override
    public void close() {
        socat.destroy();
        socat.onExit().join();
    }
}
