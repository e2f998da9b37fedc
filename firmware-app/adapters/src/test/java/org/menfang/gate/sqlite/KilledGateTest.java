package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.menfang.vocabulary.EventStream.EVENTS;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A gate that is killed in the middle of its work.
@Timeout(300)
class KilledGateTest {
    private static final int KILLS = 3;
    private static final int COMMITS_BEFORE_KILL = 200;

    @TempDir private Path folder = Path.of("");

    @Test
    void all_that_was_reported_committed_is_there_and_the_chain_is_whole()
            throws IOException, InterruptedException {
        for (int kill = 1; kill <= KILLS; kill++) {
            long reported = appendUntilKilled();
            try (JournalOnDisk gate = JournalOnDisk.start(folder, JournalOnDisk.LIMITS)) {
                long last = gate.start().lastEventSeq();
                assertTrue(last >= reported, () -> last + " of " + reported);
                assertEquals(last, gate.checkChain(EVENTS, 1, last).size());
                assertEquals(2L * kill, gate.start().boot());
            }
        }
    }

    private long appendUntilKilled() throws IOException, InterruptedException {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                // The library that is unpacked stays behind after a kill.
                                "-Djava.io.tmpdir=" + folder,
                                "-cp",
                                System.getProperty("java.class.path"),
                                AppendingChild.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader output = child.inputReader()) {
            long reported = 0;
            for (int i = 0; i < COMMITS_BEFORE_KILL; i++) {
                reported = read(output);
            }
            // By its handle, since the process itself would close the stream.
            child.toHandle().destroyForcibly();
            return lastOf(output, reported);
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    /// What it still said before it died counts as well.
    private static long lastOf(BufferedReader output, long reported) throws IOException {
        long last = reported;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            // The last line can be cut off by the kill, and is then a smaller number.
            last = Math.max(last, Long.parseLong(line));
        }
        return last;
    }

    private static long read(BufferedReader output) throws IOException {
        String line = output.readLine();
        assertNotNull(line, "the child ended by itself");
        return Long.parseLong(line);
    }
}
