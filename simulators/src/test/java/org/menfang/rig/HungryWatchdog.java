package org.menfang.rig;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.menfang.gate.watch.BoardWatchdog;

/// A program that opens the watchdog of its machine and never feeds it again, as one that hangs.
final class HungryWatchdog {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private HungryWatchdog() {}

    public static void main(String[] arguments) throws Exception {
        BoardWatchdog watchdog = BoardWatchdog.open(Path.of("/dev/watchdog"), TIMEOUT);
        watchdog.feed();
        new CountDownLatch(1).await();
    }
}
