package org.menfang.gate.app;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The signal that ends the program. It is listened to before the gate takes any line, so that a
/// signal that comes while it starts ends it as one should, too.
///
/// A signal would make the exit status 143 though the gate stopped as it was asked to; so the hook
/// ends the process itself, when everything is closed.
final class StopSignal {
    private static final int START_WAIT_SECONDS = 10;

    private final AtomicBoolean ending = new AtomicBoolean();
    private final CompletableFuture<Optional<RunningGate>> started = new CompletableFuture<>();
    private final Thread hook = Thread.ofPlatform().name("stop").unstarted(this::stop);

    private StopSignal() {}

    static StopSignal hear() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /// Waits for the end, which is either the gate's own or the signal; its exit status.
    int untilTheEnd(RunningGate gate) throws InterruptedException {
        started.complete(Optional.of(gate));
        int exitStatus = gate.awaitEnd();
        if (!ending.compareAndSet(false, true)) {
            hook.join();
        }
        return exitStatus;
    }

    /// No gate runs any more, or none has come to run: there is nothing to stop.
    void forget() {
        started.complete(Optional.empty());
    }

    private void stop() {
        Optional<RunningGate> gate =
                started.completeOnTimeout(Optional.empty(), START_WAIT_SECONDS, TimeUnit.SECONDS)
                        .join();
        if (gate.isPresent() && ending.compareAndSet(false, true)) {
            gate.get().stop("the program was told to stop");
            Runtime.getRuntime().halt(ExitStatus.FINE);
        }
    }
}
