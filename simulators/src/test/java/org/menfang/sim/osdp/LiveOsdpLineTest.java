package org.menfang.sim.osdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.MonotonicTime;

/// A line at real pseudo-terminals, and what readers keep in files.
@Timeout(60)
final class LiveOsdpLineTest {
    @TempDir Path folder;

    @Test
    void a_poll_over_a_pseudo_terminal_is_answered() throws Exception {
        Supplier<MonotonicTime> clock = LiveOsdpLine.clock();
        SimulatedPd reader =
                new SimulatedPd(
                        PdPlan.usual(0, new PdSecurity.Install()), clock, () -> new byte[8]);
        SimulatedOsdpLine line = new SimulatedOsdpLine(List.of(reader), clock, 1);
        byte[] poll = new Packet.Envelope(0, false, 0, PacketCheck.CRC).plain(CommandCode.POLL);
        byte[] reply = new Packet.Envelope(0, true, 0, PacketCheck.CRC).plain(ReplyCode.ACK);
        try (PtyPair pty = PtyPair.open(folder)) {
            SerialPath panel = pty.panelEnd();
            SerialPath readers = pty.readersEnd();
            panel.prepare(9_600);
            readers.prepare(9_600);
            try (InputStream in = panel.in();
                    OutputStream out = panel.out();
                    LiveOsdpLine live =
                            LiveOsdpLine.start(line, readers.in(), readers.out(), clock)) {
                out.write(poll);
                assertArrayEquals(reply, in.readNBytes(reply.length));
                pty.cut();
                live.awaitEnd();
            }
        }
    }

    @Test
    void what_is_no_terminal_is_refused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThrows(IOException.class, () -> new SerialPath(file).prepare(9_600));
        assertThrows(
                IOException.class, () -> new SerialPath(folder.resolve("none")).prepare(9_600));
    }

    @Test
    void a_key_is_kept_for_its_reader_and_read_by_nobody_else() throws IOException {
        KeyFolder keys = new KeyFolder(folder.resolve("keys"));
        assertInstanceOf(PdSecurity.Install.class, keys.security(3));
        byte[] key = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        keys.keep(3, new PdSecurity.Commissioned(key));
        keys.keep(4, new PdSecurity.Install());
        PdSecurity.Commissioned kept =
                assertInstanceOf(PdSecurity.Commissioned.class, keys.security(3));
        assertArrayEquals(key, kept.key());
        assertInstanceOf(PdSecurity.Install.class, keys.security(4));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("keys/reader-3.key"))));
        Files.writeString(folder.resolve("keys/reader-3.key"), "zz");
        assertThrows(IOException.class, () -> keys.security(3));
    }
}
