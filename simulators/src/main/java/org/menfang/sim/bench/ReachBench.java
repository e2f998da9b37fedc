package org.menfang.sim.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.menfang.sim.demo.DemoFailure;
import org.menfang.sim.demo.Program;

/// How much of a small board the gate takes: the memory that it holds after many openings without a
/// camera, and the processor that it uses at rest. It runs with its package's settings, and its hub
/// hears all of it.
final class ReachBench {
    private static final long MEGABYTE = 1_000_000;
    private static final double MEMORY_MEGABYTES = 100;
    private static final double REST_PERCENT = 1;
    private static final Duration STORED_WAIT_MAX = Duration.ofMinutes(5);

    /// Longer than a gate waits for an acknowledgement before it sends again.
    private static final Duration QUIET = Duration.ofSeconds(12);

    private final Stage stage;
    private final Path siteFile;
    private final int openings;
    private final Duration rest;
    private final PrintStream err;

    /// @param rest how long the gate is watched at rest
    ReachBench(Stage stage, Path siteFile, int openings, Duration rest, PrintStream err) {
        this.stage = stage;
        this.siteFile = siteFile;
        this.openings = openings;
        this.rest = rest;
        this.err = err;
    }

    List<Figure> run() throws IOException, InterruptedException, SQLException, DemoFailure {
        PackagedGate program = PackagedGate.layOut(stage.root().resolve("packaged")).rehearse();
        EnrolledGate gate = EnrolledGate.withoutJoining(stage, siteFile);
        Process hub = stage.startHub(gate.setUp());
        gate.join(stage, program);
        err.printf("%,d openings …%n", openings);
        Process process = gate.start(stage, program, openings);
        awaitStored(gate);
        RestingProcess before = RestingProcess.of(process.pid());
        if (process.waitFor(rest.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("the gate has ended");
        }
        RestingProcess after = RestingProcess.of(process.pid());
        Program.stop(process);
        Program.stop(hub);
        Path stored = gate.setUp().folder().hub().resolve("hub.db");
        return figures(before, after, StoredCopy.countOf(stored, "access-granted"));
    }

    private static void awaitStored(EnrolledGate gate)
            throws IOException, InterruptedException, DemoFailure {
        try (BoardVisitor visitor = new BoardVisitor(gate.setUp().signInLink().orElseThrow())) {
            long[] newest = {-1, System.nanoTime()};
            Stage.await(
                    "the hub to store the openings",
                    STORED_WAIT_MAX,
                    () -> {
                        long now = visitor.newestEvent();
                        if (now != newest[0]) {
                            newest[0] = now;
                            newest[1] = System.nanoTime();
                        }
                        return System.nanoTime() - newest[1] > QUIET.toNanos();
                    });
        }
    }

    private List<Figure> figures(RestingProcess before, RestingProcess after, long granted) {
        return List.of(
                Figure.atMost(
                        "gate as packaged, resident memory after %,d openings".formatted(openings),
                        (double) after.memory() / MEGABYTE,
                        MEMORY_MEGABYTES,
                        "MB"),
                Figure.told("  of it anonymous", megabytes(after.anonymous())),
                Figure.told(
                        "  of it files: libraries, jars, the cache",
                        megabytes(after.memory() - after.anonymous())),
                Figure.told("  cards granted, as the hub stored them", "%,d".formatted(granted)),
                Figure.atMost(
                        "gate as packaged, of one processor at rest over %d s"
                                .formatted(rest.toSeconds()),
                        after.cpuSince(before) * 100,
                        REST_PERCENT,
                        "%"),
                Figure.told(
                        "  its %d threads wake up".formatted(after.threads()),
                        "%.1f/s".formatted(after.wakeUpsASecondSince(before))));
    }

    private static String megabytes(long bytes) {
        return "%.1f MB".formatted((double) bytes / MEGABYTE);
    }
}
