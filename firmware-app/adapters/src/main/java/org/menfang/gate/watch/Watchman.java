package org.menfang.gate.watch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Looks again and again whether all parts of the gate live, and feeds the watchdog only then. Once
/// a part is silent for too long, the watchdog is never fed again, and the program is told to end.
///
/// Parts that have to be asked are asked on a thread of its own, which may hang with them.
public final class Watchman implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Watchman.class.getName());

    private final Parts parts;
    private final Vitals vitals;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean asked = new AtomicBoolean();
    private boolean wedged;

    /// What a watchman is made of.
    ///
    /// @param askJournal asks the journal's thread to call back; it does not wait for it
    /// @param readersLive asks the readers whether they live; it may wait for them
    /// @param whenWedged hears once who is silent
    public record Parts(
            WatchLimits limits,
            LongSupplier nanoTime,
            Watchdog watchdog,
            Consumer<Runnable> askJournal,
            BooleanSupplier readersLive,
            Consumer<List<Vitals.Silent>> whenWedged) {}

    /// One that looks only when it is told to. Every part counts as having lived at this moment.
    public Watchman(Parts parts) {
        this.parts = parts;
        vitals = new Vitals(parts.limits(), parts.nanoTime().getAsLong());
    }

    /// Begins to watch.
    public static Watchman start(Parts parts) {
        Watchman watchman = new Watchman(parts);
        Thread.ofPlatform().daemon().name("watch").start(() -> watchman.again(watchman::look));
        Thread.ofPlatform().daemon().name("pulse").start(() -> watchman.again(watchman::ask));
        return watchman;
    }

    /// The thread that decides turned its loop.
    public void turned() {
        vitals.alive(Vital.LOOP, parts.nanoTime().getAsLong());
    }

    /// Ends the watch. The watchdog is not fed any more, and nobody is told to end.
    @Override
    public void close() {
        closed.countDown();
    }

    private void again(Runnable task) {
        try {
            do {
                task.run();
            } while (!closed.await(parts.limits().look().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            // Nobody interrupts it; without a watch the watchdog goes hungry, as it should.
            LOG.log(Level.ERROR, "the watch was interrupted", e);
        }
    }

    /// One look at all parts.
    public void look() {
        List<Vitals.Silent> silent = vitals.silent(parts.nanoTime().getAsLong());
        if (!silent.isEmpty() && !wedged) {
            wedged = true;
            parts.whenWedged().accept(silent);
        }
        if (!wedged) {
            parts.watchdog().feed();
        }
    }

    /// Asks the parts that do not speak by themselves. The journal is asked again once it has
    /// answered.
    public void ask() {
        if (asked.compareAndSet(false, true)) {
            parts.askJournal()
                    .accept(() -> {
                        asked.set(false);
                        vitals.alive(Vital.JOURNAL, parts.nanoTime().getAsLong());
                    });
        }
        if (readersLive()) {
            vitals.alive(Vital.READERS, parts.nanoTime().getAsLong());
        }
    }

    /// Readers that break when they are asked do not live.
    private boolean readersLive() {
        try {
            return parts.readersLive().getAsBoolean();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the readers do not say whether they live", e);
            return false;
        }
    }
}
