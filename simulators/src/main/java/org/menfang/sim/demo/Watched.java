package org.menfang.sim.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A program of the demo that is started again when it has died, as a service manager would.
final class Watched {
    /// How long it stays down, so that people can see that the rest goes on.
    static final Duration DOWN = Duration.ofSeconds(15);

    private static final int EARLY_DEATHS_MAX = 3;
    private static final Duration EARLY = Duration.ofSeconds(10);

    private final Program program;
    private final List<String> properties;
    private final List<String> arguments;
    private @Nullable Process process;
    private long startedAt;
    private long diedAt;
    private boolean down;
    private int earlyDeaths;

    Watched(Program program, List<String> properties, List<String> arguments) {
        this.program = program;
        this.properties = List.copyOf(properties);
        this.arguments = List.copyOf(arguments);
    }

    Program program() {
        return program;
    }

    void start() throws IOException {
        process = program.start(properties, arguments);
        startedAt = System.nanoTime();
        down = false;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    long processId() {
        return process == null ? -1 : process.pid();
    }

    /// Sees to it that it runs.
    ///
    /// @return what is to be told; empty for nothing
    /// @throws DemoFailure if it dies again and again
    Change look() throws IOException, DemoFailure {
        if (isAlive()) {
            return Change.NONE;
        }
        if (!down) {
            down = true;
            diedAt = System.nanoTime();
            countEarlyDeath();
            return Change.DIED;
        }
        if (System.nanoTime() - diedAt < DOWN.toNanos()) {
            return Change.NONE;
        }
        start();
        return Change.STARTED_AGAIN;
    }

    enum Change {
        NONE,
        DIED,
        STARTED_AGAIN
    }

    private void countEarlyDeath() throws DemoFailure {
        boolean early = diedAt - startedAt < EARLY.toNanos();
        earlyDeaths = early ? earlyDeaths + 1 : 0;
        if (earlyDeaths >= EARLY_DEATHS_MAX) {
            throw new DemoFailure(
                    program.name() + " ends again and again; its log says why: " + program.log());
        }
    }

    void stop() throws InterruptedException {
        if (process != null) {
            Program.stop(process);
        }
    }
}
