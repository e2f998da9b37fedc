package org.menfang.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.menfang.gate.linux.Errno;
import org.menfang.gate.linux.LinuxException;
import org.menfang.gate.watch.BoardWatchdog;

/// The watchdog of a real kernel. It is never left hungry here: that ends the guest.
final class WatchdogInGuest {
    private static final Path DEVICE = Path.of("/dev/watchdog");

    @Test
    void it_is_fed_and_stopped_and_can_be_opened_again() throws IOException {
        for (int round = 0; round < 3; round++) {
            try (BoardWatchdog watchdog = BoardWatchdog.open(DEVICE, BoardWatchdog.TIMEOUT)) {
                watchdog.feed();
                watchdog.feed();
            }
        }
    }

    @Test
    void only_one_program_feeds_it() throws IOException {
        try (BoardWatchdog watchdog = BoardWatchdog.open(DEVICE, BoardWatchdog.TIMEOUT)) {
            LinuxException e =
                    assertThrows(
                            LinuxException.class,
                            () -> BoardWatchdog.open(DEVICE, BoardWatchdog.TIMEOUT));
            assertTrue(e.is(Errno.EBUSY));
            assertTrue(String.valueOf(e.getMessage()).contains("RuntimeWatchdogSec"));
            watchdog.feed();
        }
    }

    @Test
    void what_is_no_watchdog_is_refused() {
        IOException e =
                assertThrows(
                        IOException.class,
                        () -> BoardWatchdog.open(Path.of("/dev/watchdog9"), Duration.ofSeconds(5)));
        assertEquals("open /dev/watchdog9: ENOENT, there is no such file", e.getMessage());
    }
}
