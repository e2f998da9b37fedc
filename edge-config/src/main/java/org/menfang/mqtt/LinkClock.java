package org.menfang.mqtt;

import java.time.Duration;

/// Time as a link sees it.
public interface LinkClock {
    /// The clock of this machine.
    LinkClock SYSTEM =
            new LinkClock() {
                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public void pause(Duration duration) throws InterruptedException {
                    Thread.sleep(duration);
                }
            };

    /// Monotonic time from an arbitrary origin.
    long nanos();

    /// Waits.
    void pause(Duration duration) throws InterruptedException;
}
