package org.menfang.gate.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Does for the adapters what has to be done again and again: tries failed outputs, looks at the
/// disk, starts what could not be started yet. It never touches the decision. What breaks in one
/// task is told and tried again at its next turn.
final class Supervisor implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Supervisor.class.getName());

    private final ScheduledExecutorService tasks =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("supervisor").daemon().factory());

    /// Does a task now and from then on, so long after it was done last.
    void every(Duration pause, String what, Runnable task) {
        var _ =
                tasks.scheduleWithFixedDelay(
                        () -> run(what, task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Does a task once, as soon as the one before is done.
    void once(String what, Runnable task) {
        after(Duration.ZERO, what, task);
    }

    /// Does a task once, so long from now.
    void after(Duration pause, String what, Runnable task) {
        var _ = tasks.schedule(() -> run(what, task), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        tasks.shutdownNow();
    }

    private static void run(String what, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            // Thrown on, it would end the task for good, and nobody would hear of it.
            LOG.log(Level.ERROR, what + " broke; it is tried again", e);
        }
    }
}
