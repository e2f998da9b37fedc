package org.menfang.sim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.menfang.sim.demo.Program;
import org.menfang.sim.rig.EdgeLoop;
import org.menfang.sim.rig.Guest;
import org.menfang.sim.rig.GuestEnd;
import org.menfang.sim.rig.Hands;
import org.menfang.sim.rig.Kernel;
import org.menfang.sim.rig.RigFailure;

/// How long it takes from the edge of an input to an output, on a real kernel: through the adapter
/// that the gate uses, beside a bare loop of C over the same system calls in the same guest. Seen
/// from outside, by one and the same measure.
final class GpioBench {
    private static final double REACH_RATIO = 3;
    private static final int HEAP_MEGABYTES = 64;
    private static final Duration GUEST_TIME_MAX = Duration.ofMinutes(5);
    private static final String LINES = "4 5";
    private static final String SCRIPT =
            """
            edges=$1 folder=$2 times=$3
            shift 3
            "$edges" loop /dev/${SIM##*/} %1$s & loop=$!
            "$edges" measure "$SIM" %1$s "$times" >"$folder/bare" || exit 1
            kill "$loop"; wait "$loop" 2>/dev/null
            "$@" %1$s & loop=$!
            "$edges" measure "$SIM" %1$s "$times" >"$folder/adapter" || exit 1
            kill -9 "$loop"
            """
                    .formatted(LINES);

    private final Path folder;
    private final int edges;

    /// @param folder which it makes, and where the guest writes
    GpioBench(Path folder, int edges) {
        this.folder = folder;
        this.edges = edges;
    }

    List<Figure> run() throws IOException, InterruptedException {
        if (!Kernel.runsHere()) {
            return List.of(Figure.told("the kernel of the rig runs on x86-64 alone", ""));
        }
        Files.createDirectories(folder);
        try {
            List<String> command = command();
            GuestEnd end = new Guest(Kernel.built(), folder).run(command, GUEST_TIME_MAX);
            if (!(end instanceof GuestEnd.Ended(int status, String _)) || status != 0) {
                throw new IOException("the guest did not measure: " + end.output());
            }
        } catch (RigFailure e) {
            throw new IOException(e.getMessage(), e);
        }
        return figures(nanosIn(folder.resolve("bare")), nanosIn(folder.resolve("adapter")));
    }

    private List<String> command() throws IOException, InterruptedException, RigFailure {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Program adapter =
                new Program(
                        "edges",
                        EdgeLoop.class.getName(),
                        HEAP_MEGABYTES,
                        temporary,
                        folder.resolve("log"));
        List<String> command = new ArrayList<>(List.of("/bin/bash", "-c", SCRIPT, "edges"));
        command.add(Hands.build("edges", folder).toString());
        command.add(folder.toString());
        command.add(Integer.toString(edges));
        command.addAll(adapter.command(List.of(), List.of()));
        return command;
    }

    private static Histogram nanosIn(Path file) throws IOException {
        Histogram nanos = new Histogram(3);
        Files.readAllLines(file).forEach(line -> nanos.recordValue(Long.parseLong(line)));
        return nanos;
    }

    private List<Figure> figures(Histogram bare, Histogram adapter) {
        long bareMedian = bare.getValueAtPercentile(50);
        String measured = String.format("%,d edges", edges);
        return List.of(
                Figure.told("edge to output, bare loop, " + measured + ", p50", micros(bare, 50)),
                Figure.told("edge to output, bare loop, p99", micros(bare, 99)),
                Figure.below(
                        "edge to output, GPIO adapter of the gate, p50 (3 x bare p50)",
                        adapter.getValueAtPercentile(50),
                        (long) (REACH_RATIO * bareMedian)),
                Figure.told("edge to output, GPIO adapter of the gate, p99", micros(adapter, 99)));
    }

    private static String micros(Histogram nanos, double percentile) {
        return Figure.micros(nanos.getValueAtPercentile(percentile));
    }
}
