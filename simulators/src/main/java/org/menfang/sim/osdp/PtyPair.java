package org.menfang.sim.osdp;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Two pseudo-terminals that are one line: what is written at one end is read at the other.
/// Debian's `socat` joins them.
public final class PtyPair implements AutoCloseable {
    /// What it says when both ends are there.
    private static final String READY = "starting data transfer loop";

    private static final long END_WAIT_SECONDS = 5;

    private final Process socat;
    private final SerialPath one;
    private final SerialPath other;

    private PtyPair(Process socat, Path one, Path other) {
        this.socat = socat;
        this.one = new SerialPath(one);
        this.other = new SerialPath(other);
    }

    /// @param folder where the two ends get their names
    /// @throws IOException if `socat` is not installed or fails
    public static PtyPair open(Path folder) throws IOException {
        Path one = folder.resolve("panel");
        Path other = folder.resolve("readers");
        Process socat =
                new ProcessBuilder("socat", "-d", "-d", end(one), end(other))
                        .redirectErrorStream(true)
                        .start();
        PtyPair pair = new PtyPair(socat, one, other);
        pair.awaitReady();
        return pair;
    }

    /// Where the panel is.
    public SerialPath panelEnd() {
        return one;
    }

    /// Where the readers are.
    public SerialPath readersEnd() {
        return other;
    }

    @Override
    public void close() {
        cut();
    }

    /// Ends the line: who reads at an end sees it.
    public void cut() {
        socat.destroy();
        try {
            if (!socat.waitFor(END_WAIT_SECONDS, TimeUnit.SECONDS)) {
                socat.destroyForcibly();
            }
        } catch (InterruptedException e) {
            socat.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() throws IOException {
        BufferedReader said = socat.inputReader();
        String line = said.readLine();
        while (line != null && !line.contains(READY)) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IOException("socat does not join two pseudo-terminals");
        }
    }

    private static String end(Path link) {
        return "pty,raw,echo=0,link=" + link;
    }
}
