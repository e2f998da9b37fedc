package org.menfang.gate.app.doctor;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Waits for an answer only so long: nothing that is broken keeps the doctor from saying so.
final class Within {
    private Within() {}

    /// The answer; empty if it does not come in time. Whoever is asked may go on for ever.
    static <T> Optional<T> limit(Duration limit, Supplier<T> asked) {
        FutureTask<T> task = new FutureTask<>(asked::get);
        Thread.ofPlatform().daemon().name("doctor-asks").start(task);
        try {
            return Optional.of(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
