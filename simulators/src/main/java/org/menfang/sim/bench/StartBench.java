package org.menfang.sim.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.menfang.sim.demo.DemoFailure;
import org.menfang.sim.demo.Program;

/// How long the gate takes from the start of its service's command to its first decision: a lock
/// that moves for a card which was held at a reader before the gate was there. The hub that it has
/// joined runs.
///
/// What a busy machine does to it shows in a bare Java program that is started in turns with it.
final class StartBench {
    private static final Duration REACH = Duration.ofMillis(700);
    private static final double MEDIAN = 50;

    private final Stage stage;
    private final Path siteFile;
    private final int starts;
    private final PrintStream err;
    private final Histogram bare = new Histogram(3);
    private final Taken cached = new Taken();
    private final Taken uncached = new Taken();

    /// What starts took, and how much of a processor.
    private static final class Taken {
        private final Histogram nanos = new Histogram(3);
        private final Histogram cpuNanos = new Histogram(3);
    }

    /// @param starts how often each program is started
    StartBench(Stage stage, Path siteFile, int starts, PrintStream err) {
        this.stage = stage;
        this.siteFile = siteFile;
        this.starts = starts;
        this.err = err;
    }

    List<Figure> run() throws IOException, InterruptedException, DemoFailure {
        PackagedGate prepared = PackagedGate.layOut(stage.root().resolve("packaged")).rehearse();
        PackagedGate unprepared = PackagedGate.layOut(stage.root().resolve("unprepared"));
        EnrolledGate gate = EnrolledGate.withoutJoining(stage, siteFile);
        long begun = System.nanoTime();
        stage.startHub(gate.setUp());
        long hub = System.nanoTime() - begun;
        gate.join(stage, prepared);
        Progress progress = new Progress(err, "starts", starts);
        for (int i = 0; i < starts; i++) {
            startBare();
            start(gate, prepared, cached);
            start(gate, unprepared, uncached);
            progress.at(i + 1);
        }
        return figures(hub);
    }

    private void start(EnrolledGate gate, PackagedGate program, Taken taken)
            throws IOException, InterruptedException, DemoFailure {
        long begun = System.nanoTime();
        Process process = gate.start(stage, program, 1);
        taken.nanos.recordValue(System.nanoTime() - begun);
        process.info()
                .totalCpuDuration()
                .ifPresent(used -> taken.cpuNanos.recordValue(used.toNanos()));
        Program.stop(process);
    }

    private void startBare() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WordOfJava.class.getName());
        long begun = System.nanoTime();
        Process process = stage.own(builder);
        String said = process.inputReader(UTF_8).readLine();
        bare.recordValue(System.nanoTime() - begun);
        if (!WordOfJava.WORD.equals(said) || process.waitFor() != 0) {
            throw new IOException("a bare Java program does not start");
        }
    }

    private List<Figure> figures(long hub) {
        List<Figure> figures = new ArrayList<>();
        String times = ", median of %,d".formatted(starts);
        figures.add(
                Figure.quickerThan(
                        "gate as packaged, start of the process to a lock that moves" + times,
                        cached.nanos.getValueAtPercentile(MEDIAN),
                        REACH.toNanos()));
        figures.add(Figure.told("  the quickest", Figure.millis(cached.nanos.getMinValue())));
        figures.add(Figure.told("  the slowest", Figure.millis(cached.nanos.getMaxValue())));
        figures.add(Figure.told("  processor time until then" + times, cpu(cached)));
        figures.add(Figure.told("  without its cache" + times, median(uncached.nanos)));
        figures.add(Figure.told("  without its cache, processor time" + times, cpu(uncached)));
        figures.add(
                Figure.told("  a bare Java program meanwhile, to its word" + times, median(bare)));
        figures.add(Figure.told("hub: process start to ready", Figure.millis(hub)));
        return figures;
    }

    private static String cpu(Taken taken) {
        return median(taken.cpuNanos);
    }

    private static String median(Histogram nanos) {
        return Figure.millis(nanos.getValueAtPercentile(MEDIAN));
    }
}
