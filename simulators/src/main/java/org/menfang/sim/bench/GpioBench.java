package org.menfang.sim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.menfang.sim.demo.Program;
import org.menfang.sim.rig.EdgeLoop;
import org.menfang.sim.rig.FullSpeed;
import org.menfang.sim.rig.Kernel;

/// How long it takes from the edge of an input to an output, on a real kernel: through the adapter
/// that the gate uses, and through the whole gate from its exit button to its lock, beside a bare
/// loop of C over the same system calls in the same guest. Seen from outside, by one and the same
/// measure.
final class GpioBench {
    private static final double REACH_RATIO = 3;
    private static final int HEAP_MEGABYTES = 128;
    private static final String LINES = "4 6";

    /// The exit button, the leaf and the lock of {@link FullSpeed#siteFile}.
    private static final String DOOR = "16 5 17";

    /// A door takes half a second, since its leaf has to be still before it counts as shut.
    private static final int EDGES_A_DOOR = 100;

    private static final String SCRIPT =
            """
            edges=$1 folder=$2 times=$3 doors=$4
            shift 4
            "$edges" loop /dev/${SIM##*/} %1$s & loop=$!
            "$edges" measure "$SIM" %1$s "$times" >"$folder/bare" || exit 1
            kill "$loop"; wait "$loop" 2>/dev/null
            while [ "$1" != -- ]; do adapter+=("$1"); shift; done
            shift
            "${adapter[@]}" %1$s & loop=$!
            "$edges" measure "$SIM" %1$s "$times" >"$folder/adapter" || exit 1
            kill -9 "$loop"; wait "$loop" 2>/dev/null
            echo pull-up >"$SIM/sim_gpio16/pull"
            "$@" >"$folder/gate.log" 2>&1 & gate=$!
            for ((looks = 0; looks < 300; looks++)); do
                grep -q 'the gate decides' "$folder/gate.log" && break
                sleep 0.2
            done
            "$edges" door "$SIM" %2$s "$doors" >"$folder/gate" || { tail -n 5 "$folder/gate.log"; exit 1; }
            kill -9 "$gate"
            """
                    .formatted(LINES, DOOR);

    private final Path folder;
    private final int edges;

    /// @param folder which it makes, and where the guest writes
    GpioBench(Path folder, int edges) {
        this.folder = folder;
        this.edges = edges;
    }

    List<Figure> run() throws IOException, InterruptedException {
        if (!Kernel.runsHere()) {
            return InGuest.NONE;
        }
        InGuest guest = InGuest.in(folder, HEAP_MEGABYTES);
        guest.run(command(guest));
        return figures(
                nanosIn(folder.resolve("bare")),
                nanosIn(folder.resolve("adapter")),
                nanosIn(folder.resolve("gate")));
    }

    private List<String> command(InGuest guest) throws IOException, InterruptedException {
        Program adapter = guest.program("edges", EdgeLoop.class.getName());
        Program gate = guest.program("gate", "org.menfang.gate.app.Main");
        List<String> command = new ArrayList<>(List.of("/bin/bash", "-c", SCRIPT, "edges"));
        command.add(guest.built("edges").toString());
        command.add(folder.toString());
        command.add(Integer.toString(edges));
        command.add(Integer.toString(Math.max(1, edges / EDGES_A_DOOR)));
        command.addAll(adapter.command(List.of(), List.of()));
        command.add("--");
        command.addAll(
                gate.command(
                        List.of(),
                        List.of(
                                "run",
                                "--site",
                                FullSpeed.siteFile(folder).toString(),
                                "--data",
                                folder.resolve("data").toString(),
                                "--hardware",
                                "linux")));
        return command;
    }

    private static Histogram nanosIn(Path file) throws IOException {
        Histogram nanos = new Histogram(3);
        Files.readAllLines(file).forEach(line -> nanos.recordValue(Long.parseLong(line)));
        return nanos;
    }

    private List<Figure> figures(Histogram bare, Histogram adapter, Histogram gate) {
        long reach = (long) (REACH_RATIO * bare.getValueAtPercentile(50));
        String measured = String.format("%,d edges", edges);
        return List.of(
                Figure.told("edge to output, bare loop, " + measured + ", p50", micros(bare, 50)),
                Figure.told("edge to output, bare loop, p99", micros(bare, 99)),
                Figure.below(
                        "edge to output, GPIO adapter of the gate, p50 (3 x bare p50)",
                        adapter.getValueAtPercentile(50),
                        reach),
                Figure.told("edge to output, GPIO adapter of the gate, p99", micros(adapter, 99)),
                Figure.below(
                        "exit button to lock, the whole gate, p50 of %,d (3 x bare p50)"
                                .formatted(gate.getTotalCount()),
                        gate.getValueAtPercentile(50),
                        reach),
                Figure.told("exit button to lock, the whole gate, p99", micros(gate, 99)));
    }

    private static String micros(Histogram nanos, double percentile) {
        return Figure.micros(nanos.getValueAtPercentile(percentile));
    }
}
