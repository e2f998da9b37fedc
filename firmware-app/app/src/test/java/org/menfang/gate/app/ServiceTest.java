package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.linux.LinuxException;
import org.menfang.gate.linux.UnixDatagrams;

/// The gate as a service of systemd.
@Timeout(180)
class ServiceTest {
    private static final Path LANE = Path.of("../../edge-config/sites/lane.yaml");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Test
    void it_is_ready_once_it_decides_and_says_that_it_lives_until_it_stops() throws Exception {
        Path socket = folder.resolve("notify");
        try (UnixDatagrams systemd = UnixDatagrams.listen(socket.toString());
                GateProcess gate =
                        GateProcess.runIn(
                                Map.of(
                                        "NOTIFY_SOCKET",
                                        socket.toString(),
                                        "WATCHDOG_USEC",
                                        "20000000"),
                                LANE,
                                folder.resolve("data"))) {
            String ready = awaitMessage(systemd, "READY=1");
            assertTrue(ready.contains("the gate decides"), ready);
            awaitMessage(systemd, "WATCHDOG=1");
            awaitMessage(systemd, "WATCHDOG=1");
            gate.terminate();
            awaitMessage(systemd, "STOPPING=1");
            assertEquals(0, gate.awaitExit(), gate::said);
        }
    }

    @Test
    void a_gate_goes_without_a_watchdog_that_is_not_there() throws Exception {
        try (GateProcess gate =
                GateProcess.start(
                        "run",
                        "--site",
                        LANE.toString(),
                        "--data",
                        folder.resolve("data").toString(),
                        "--hardware",
                        RecordingHardwareProvider.NAME,
                        "--watchdog",
                        folder.resolve("watchdog").toString())) {
            gate.awaitWords("nobody starts the machine again if it hangs: open ");
            gate.awaitWords("the gate decides");
        }
    }

    @Test
    void a_machine_without_the_chip_is_told_what_it_lacks() throws Exception {
        Path site =
                Files.writeString(
                        folder.resolve("site.yaml"),
                        Files.readString(LANE) + "gpio-chip: of-another-board\n");
        try (GateProcess gate =
                GateProcess.start(
                        "run",
                        "--site",
                        site.toString(),
                        "--data",
                        folder.resolve("data").toString(),
                        "--hardware",
                        "linux")) {
            assertEquals(ExitStatus.UNAVAILABLE, gate.awaitExit(), gate::said);
            String refused = "menfang gate: the hardware \"linux\" cannot be used: ";
            assertTrue(gate.said().contains(refused), gate::said);
            assertTrue(gate.said().contains("GPIO chip"), gate::said);
        }
    }

    /// The next message that begins with a fact.
    private static String awaitMessage(UnixDatagrams systemd, String fact) throws LinuxException {
        Optional<String> message = systemd.receive(LIMIT);
        while (message.isPresent() && !message.get().startsWith(fact)) {
            message = systemd.receive(LIMIT);
        }
        assertTrue(message.isPresent(), "it never said " + fact);
        return message.get();
    }
}
