package org.menfang.gate.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.linux.LinuxException;
import org.menfang.gate.linux.UnixDatagrams;

/// What arrives at the socket that systemd would listen at.
@Timeout(60)
class NotifySocketTest {
    private static final long SELF = 4711;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir private Path folder;

    @Test
    void each_fact_arrives_as_systemd_wants_it() throws Exception {
        String address = folder.resolve("notify").toString();
        try (UnixDatagrams systemd = UnixDatagrams.listen(address);
                NotifySocket manager = manager(address, SELF)) {
            manager.ready("boot 12");
            manager.ready("boot 12");
            manager.feed();
            manager.status("two\nlines");
            manager.stopping("asked to");
            assertEquals("READY=1\nSTATUS=boot 12", heard(systemd));
            assertEquals("WATCHDOG=1", heard(systemd));
            assertEquals("STATUS=two lines", heard(systemd));
            assertEquals("STOPPING=1\nSTATUS=asked to", heard(systemd));
            assertEquals(Optional.empty(), systemd.receive(Duration.ZERO));
        }
    }

    @Test
    void an_abstract_name_is_no_file() throws Exception {
        String address = "@menfang-" + ProcessHandle.current().pid();
        try (UnixDatagrams systemd = UnixDatagrams.listen(address);
                NotifySocket manager = manager(address, SELF)) {
            manager.status("up");
            assertEquals("STATUS=up", heard(systemd));
        }
    }

    @Test
    void a_watchdog_for_another_program_is_not_fed() throws Exception {
        String address = folder.resolve("notify").toString();
        try (UnixDatagrams systemd = UnixDatagrams.listen(address);
                NotifySocket manager = manager(address, SELF + 1)) {
            manager.feed();
            manager.status("x".repeat(NotifySocket.STATUS_CHARS_MAX + 1));
            assertEquals("STATUS=" + "x".repeat(NotifySocket.STATUS_CHARS_MAX), heard(systemd));
        }
    }

    @Test
    void without_a_service_manager_nothing_is_told() throws Exception {
        try (NotifySocket none = NotifySocket.of(Map.of(), SELF)) {
            none.ready("up");
            none.feed();
            none.stopping("down");
        }
    }

    @Test
    void a_manager_that_does_not_listen_does_not_disturb() throws Exception {
        try (NotifySocket gone = manager(folder.resolve("nobody").toString(), SELF);
                NotifySocket strange = manager("vsock:2:1234", SELF)) {
            gone.ready("up");
            gone.feed();
            strange.ready("up");
        }
    }

    private static NotifySocket manager(String address, long watched) {
        return NotifySocket.of(
                Map.of(
                        "NOTIFY_SOCKET",
                        address,
                        "WATCHDOG_USEC",
                        "20000000",
                        "WATCHDOG_PID",
                        Long.toString(watched)),
                SELF);
    }

    private static String heard(UnixDatagrams systemd) throws LinuxException {
        Optional<String> message = systemd.receive(LIMIT);
        assertTrue(message.isPresent());
        return message.get();
    }
}
