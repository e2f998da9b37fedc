package org.menfang.sim.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits for what other programs do.
final class Waiting {
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private Waiting() {}

    /// What may need some time to become true.
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException, InterruptedException, CrashFailure;
    }

    /// @return whether it came true in time
    static boolean until(Duration waitMax, Condition condition)
            throws IOException, InterruptedException, CrashFailure {
        long end = System.nanoTime() + waitMax.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return true;
    }
}
