package org.menfang.gate.wiegand;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// A small thread that does things in a while.
final class LaterThread implements Later {
    private static final Logger LOG = System.getLogger(LaterThread.class.getName());

    private final String name;
    private final ScheduledThreadPoolExecutor thread;

    LaterThread(String name) {
        this.name = name;
        thread =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name(name).factory());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void after(Duration delay, Runnable act) {
        try {
            Future<?> _ = thread.schedule(() -> run(act), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            if (isLive()) {
                throw e;
            }
        }
    }

    /// What throws is broken: better no reader than one that does half of its work, since somebody
    /// looks whether this is live.
    private void run(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            thread.shutdown();
            LOG.log(Level.ERROR, name + " ends", e);
        }
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public boolean isLive() {
        return !thread.isShutdown();
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
