package org.menfang.hub.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.menfang.hub.office.Timed;

/// Calls what has to look at the clock, once a second, on a thread of its own.
final class OfficeClock {
    private static final System.Logger LOG = System.getLogger(OfficeClock.class.getName());
    private static final long TICK_MILLIS = 1_000;

    private final List<Timed> timed;
    private final InstantSource clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("office").unstarted(this::run);

    private OfficeClock(List<Timed> timed, InstantSource clock) {
        this.timed = List.copyOf(timed);
        this.clock = clock;
    }

    static OfficeClock start(List<Timed> timed, InstantSource clock) {
        OfficeClock office = new OfficeClock(timed, clock);
        office.thread.start();
        return office;
    }

    /// Ends after the tick that is under way.
    void stop() {
        stopped.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopped.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                Instant now = clock.instant();
                timed.forEach(each -> tick(each, now));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tick(Timed each, Instant now) {
        try {
            each.tick(now);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a tick of the office failed", e);
        }
    }
}
