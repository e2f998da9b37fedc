package org.menfang.gate.i2c;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The thread that looks at one chip. A bus that hangs holds up this chip and nothing else.
final class LookingThread implements AutoCloseable {
    private static final Logger LOG = System.getLogger(LookingThread.class.getName());

    /// Longer than a call into the kernel takes, for a bus that hangs.
    private static final long END_MILLIS = 3_000;

    private final Looked looked;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean ended;
    private volatile boolean broken;

    private LookingThread(String name, Looked looked) {
        this.looked = looked;
        thread = Thread.ofPlatform().daemon().name("i2c-" + name).unstarted(this::run);
    }

    static LookingThread start(String name, Looked looked) {
        LookingThread looking = new LookingThread(name, looked);
        looking.thread.start();
        return looking;
    }

    /// The chip has something to tell.
    void wake() {
        woken.release();
    }

    /// Whether it still looks, or was told to end.
    boolean isLive() {
        return !broken;
    }

    private void run() {
        try {
            while (!ended) {
                long waitNanos = looked.look(System.nanoTime()).toNanos();
                // Whether it was woken or not, it looks.
                boolean _ = woken.tryAcquire(waitNanos, TimeUnit.NANOSECONDS);
                woken.drainPermits();
            }
        } catch (InterruptedException | RuntimeException e) {
            // Whoever asks whether it is live restarts the program: its inputs are deaf.
            broken = true;
            LOG.log(Level.ERROR, "nobody looks any more at " + thread.getName(), e);
        }
    }

    /// Ends the looking, and waits for the last look.
    @Override
    public void close() {
        ended = true;
        wake();
        try {
            thread.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
