package org.menfang.sim.time;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// The thread on which a timeline runs in real time.
public final class TimelineThread implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(TimelineThread.class.getName());
    private static final Duration ANSWER_WAIT_MAX = Duration.ofSeconds(5);

    private final Timeline timeline;
    private final Thread thread;
    private final AtomicLong faults = new AtomicLong();

    private TimelineThread(Timeline timeline, String name) {
        this.timeline = timeline;
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    public static TimelineThread start(Timeline timeline, String name) {
        TimelineThread running = new TimelineThread(timeline, name);
        running.thread.start();
        return running;
    }

    /// Asks for something that only acts of the timeline may touch, and waits for the answer.
    ///
    /// @throws IllegalStateException if no answer comes
    public <T> T ask(Supplier<T> question) {
        if (Thread.currentThread().equals(thread)) {
            return question.get();
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        timeline.soon(() -> answer.completeAsync(question, Runnable::run));
        try {
            return answer.get(ANSWER_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the simulation was asked", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the simulation does not answer", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /// How many acts have failed since the start. Each is logged; the others go on.
    public long faults() {
        return faults.get();
    }

    private void run() {
        try {
            while (true) {
                runOne(timeline.awaitDue());
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "the simulation ends");
        }
    }

    private void runOne(Timeline.Planned act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            faults.incrementAndGet();
            LOG.log(System.Logger.Level.ERROR, "an act of the simulation failed", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
