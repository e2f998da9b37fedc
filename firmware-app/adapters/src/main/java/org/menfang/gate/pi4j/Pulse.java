package org.menfang.gate.pi4j;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Beats at a fixed rate, and says at each beat whether the gate still decides. A pulse detector
/// between the board and a lock passes energy on only while it sees the beats.
final class Pulse implements AutoCloseable {
    /// From one change of level to the next: 20 full pulses a second, which is little work and fast
    /// enough for a detector that lets go after a tenth of a second.
    static final Duration BEAT = Duration.ofMillis(25);

    /// For how long a turn of the loop counts. The loop turns once a second at least.
    static final Duration TURN_COUNTS = Duration.ofSeconds(3);

    private static final Logger LOG = System.getLogger(Pulse.class.getName());

    private final Beat beat;
    private final LongSupplier nanoTime;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile long turnedNanos;
    private @Nullable Thread thread;

    /// What happens at each beat.
    @FunctionalInterface
    interface Beat {
        void beat(boolean decides);
    }

    /// One that beats only when it is told to; the loop counts as having turned at this moment.
    Pulse(Beat beat, LongSupplier nanoTime) {
        this.beat = beat;
        this.nanoTime = nanoTime;
        turnedNanos = nanoTime.getAsLong();
    }

    /// Beats from now on, on a thread of its own.
    void start() {
        thread = Thread.ofPlatform().daemon().name("pulse-of-locks").start(this::run);
    }

    /// The thread that decides turned its loop.
    void turned() {
        turnedNanos = nanoTime.getAsLong();
    }

    /// One beat.
    void once() {
        beat.beat(nanoTime.getAsLong() - turnedNanos <= TURN_COUNTS.toNanos());
    }

    private void run() {
        try {
            while (!closed.await(BEAT.toNanos(), TimeUnit.NANOSECONDS)) {
                once();
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it; without beats the locks have no energy, as it should be.
            LOG.log(Level.ERROR, "the pulse of the locks was interrupted", e);
        }
    }

    /// Ends the beats, and waits for the last one.
    @Override
    public void close() {
        closed.countDown();
        Thread beating = thread;
        if (beating != null) {
            try {
                beating.join(BEAT.multipliedBy(40));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
