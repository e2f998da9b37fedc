package org.menfang.sim.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.menfang.sim.demo.DemoFailure;

/// How many events a second the hub stores for one gate: they are written to the gate's journal,
/// sent, stored and acknowledged at the same time. And how many the same broker takes from the same
/// gate to a subscriber that does nothing, in the same messages.
///
/// The hub is its program in a process of its own, with its broker inside, over TLS; the gate is
/// the real loop, journal and link.
final class IngestBench {
    private static final double REACH_PER_SECOND = 5_000;
    private static final long WARM_UP_EVENTS = 10_000;
    private static final Duration HELD_WAIT_MAX = Duration.ofMinutes(5);

    private final Stage stage;
    private final Path siteFile;
    private final long events;
    private final PrintStream err;

    IngestBench(Stage stage, Path siteFile, long events, PrintStream err) {
        this.stage = stage;
        this.siteFile = siteFile;
        this.events = events;
        this.err = err;
    }

    List<Figure> run() throws IOException, InterruptedException, DemoFailure {
        try (GateMeetsHub both = GateMeetsHub.begin(stage, siteFile)) {
            both.connect();
            Passers passers = both.passers();
            pass(both, passers, WARM_UP_EVENTS);
            long first = both.watch().acknowledged();
            double perSecond = pass(both, passers, first + events);
            long last = both.watch().acknowledged();
            both.stopHub();
            double bare =
                    new BareBroker(stage, both, err).perSecond(first + 1, last, WARM_UP_EVENTS);
            return figures(last - first, perSecond, bare);
        }
    }

    private double pass(GateMeetsHub both, Passers passers, long seq)
            throws IOException, InterruptedException {
        Progress progress = new Progress(err, "events written", seq);
        long first = both.watch().acknowledged();
        long begun = System.nanoTime();
        passers.writeUntil(seq, progress);
        long last = both.watch().committed();
        both.watch().awaitAcknowledged(last, HELD_WAIT_MAX, progress::at);
        return rate(last - first, System.nanoTime() - begun);
    }

    static double rate(long events, long nanos) {
        return events * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
    }

    private static List<Figure> figures(long events, double perSecond, double bare) {
        String count = String.format("%,d events", events);
        return List.of(
                Figure.above(
                        "written, sent, stored and acknowledged, " + count,
                        perSecond,
                        REACH_PER_SECOND),
                Figure.told(
                        "the same messages to a subscriber that does nothing",
                        Figure.perSecond(bare)),
                Figure.told("the hub to that subscriber", Figure.ratio(perSecond, bare)));
    }
}
