package org.menfang.sim.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.demo.DemoFailure;
import org.menfang.sim.demo.DemoFolder;
import org.menfang.sim.demo.DemoSetUp;
import org.menfang.sim.demo.HubProbe;
import org.menfang.sim.demo.Ports;
import org.menfang.sim.demo.Program;

/// Where one benchmark runs: a folder for its data, and the processes that it starts. When it ends,
/// by itself or by a signal, no process is left, and no folder that was only made for it.
final class Stage implements AutoCloseable {
    private static final Duration READY_WAIT_MAX = Duration.ofSeconds(90);
    private static final Duration LOOK_EVERY = Duration.ofMillis(2);

    /// What the people are drawn from.
    static final long SEED = 1;

    private final DemoFolder folder;
    private final List<Process> processes = new ArrayList<>();
    private final Thread hook = Thread.ofPlatform().name("end-of-bench").unstarted(this::end);
    private boolean ended;

    private Stage(DemoFolder folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// @param data the folder in which a fresh one is made and kept; none for a temporary one
    /// @param name of the benchmark
    static Stage open(@Nullable Path data, String name) throws IOException {
        if (data == null) {
            return new Stage(DemoFolder.make(null));
        }
        Path parent = Files.createDirectories(data.toAbsolutePath());
        return new Stage(DemoFolder.make(Files.createTempDirectory(parent, name + "-")));
    }

    Path root() {
        return folder.root();
    }

    /// Installs a hub and a gate, without starting them.
    DemoSetUp install(Path siteFile) throws IOException, DemoFailure {
        return DemoSetUp.write(folder, Ports.free(), siteFile, SEED);
    }

    /// Starts a program that ends with this stage.
    synchronized Process start(Program program, List<String> properties, List<String> arguments)
            throws IOException {
        requireGoingOn();
        return owned(program.start(properties, arguments));
    }

    /// Starts a process that ends with this stage.
    synchronized Process own(ProcessBuilder builder) throws IOException {
        requireGoingOn();
        return owned(builder.start());
    }

    private void requireGoingOn() throws IOException {
        if (ended) {
            throw new IOException("the benchmark has ended");
        }
    }

    private Process owned(Process process) {
        processes.removeIf(each -> !each.isAlive());
        processes.add(process);
        return process;
    }

    /// Starts the hub, and returns when it is ready.
    Process startHub(DemoSetUp setUp) throws IOException, InterruptedException {
        Process hub = start(setUp.hubProgram(), List.of(), setUp.hubArguments());
        HubProbe probe = new HubProbe(setUp.ports().board());
        await("the hub to be ready", probe::isReady);
        return hub;
    }

    /// Something that is waited for.
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    static void await(String what, Condition condition) throws IOException, InterruptedException {
        await(what, READY_WAIT_MAX, condition);
    }

    /// @throws IOException if it does not come in time
    static void await(String what, Duration waitMax, Condition condition)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + waitMax.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > until) {
                throw new IOException("waited in vain for " + what);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The signal has come already, and its hook has done the same.
            return;
        }
    }

    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        try {
            for (Process process : processes.reversed()) {
                Program.stop(process);
            }
            folder.removeIfTemporary();
        } catch (InterruptedException e) {
            processes.forEach(Process::destroyForcibly);
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
