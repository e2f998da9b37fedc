package org.menfang.sim.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.menfang.gate.Input;
import org.menfang.sim.demo.DemoFailure;
import org.menfang.site.AlarmInputPlan;

/// What happens when the hub comes back and many events wait on a gate: how fast they are stored,
/// whether all of them are, in order; and how long an alarm that is raised in the middle takes to
/// the hub's board.
final class BacklogBench {
    private static final long REACH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration HELD_WAIT_MAX = Duration.ofMinutes(10);
    private static final Duration SEEN_WAIT_MAX = Duration.ofMinutes(2);

    private final Stage stage;
    private final Path siteFile;
    private final long events;
    private final PrintStream err;

    BacklogBench(Stage stage, Path siteFile, long events, PrintStream err) {
        this.stage = stage;
        this.siteFile = siteFile;
        this.events = events;
        this.err = err;
    }

    List<Figure> run() throws IOException, InterruptedException, SQLException, DemoFailure {
        try (GateMeetsHub both = GateMeetsHub.begin(stage, siteFile)) {
            both.stopHub();
            both.passers().writeUntil(events, new Progress(err, "events waiting", events));
            both.startHub();
            try (BoardVisitor visitor = new BoardVisitor(both.setUp().signInLink().orElseThrow())) {
                return drain(both, visitor);
            }
        }
    }

    private List<Figure> drain(GateMeetsHub both, BoardVisitor visitor)
            throws IOException, InterruptedException, SQLException {
        JournalWatch watch = both.watch();
        long backlog = watch.committed();
        Progress progress = new Progress(err, "events held by the hub", backlog);
        both.connect();
        long begun = System.nanoTime();
        watch.awaitAcknowledged(backlog / 2, HELD_WAIT_MAX, progress::at);
        long overtook = raise(both, visitor);
        long heldThen = watch.acknowledged();
        watch.awaitAcknowledged(backlog, HELD_WAIT_MAX, progress::at);
        long spent = System.nanoTime() - begun;
        watch.awaitAcknowledged(watch.committed(), HELD_WAIT_MAX, progress::at);
        both.stopHub();
        StoredCopy copy = StoredCopy.read(both.setUp().folder().hub().resolve("hub.db"));
        return List.of(
                Figure.told(
                        "%,d events waited; stored".formatted(backlog),
                        Figure.perSecond(IngestBench.rate(backlog, spent))),
                Figure.told(
                        "all of them, each once, in order",
                        copy.isAllUpTo(backlog) ? "yes" : "NO: " + copy),
                Figure.quickerThan(
                        "alarm raised to the hub's board, with %,d events still waiting"
                                .formatted(backlog - heldThen),
                        overtook,
                        REACH_NANOS));
    }

    /// Presses a panic button, and looks at the board until the alarm is there.
    ///
    /// @return how long it took, in nanoseconds
    static long raise(GateMeetsHub both, BoardVisitor visitor)
            throws IOException, InterruptedException {
        AlarmInputPlan button = both.setUp().site().alarmInputs().getFirst();
        long begun = System.nanoTime();
        both.gate().offer(new Input.AlarmInputChanged(button.id(), true));
        Stage.await(
                "the alarm on the board",
                SEEN_WAIT_MAX,
                () ->
                        visitor.alarms().stream()
                                .anyMatch(alarm -> alarm.source().equals(button.id().value())));
        return System.nanoTime() - begun;
    }
}
