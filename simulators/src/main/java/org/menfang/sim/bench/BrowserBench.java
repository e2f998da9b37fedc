package org.menfang.sim.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.menfang.json.JsonTree;
import org.menfang.sim.demo.DemoFailure;
import org.menfang.sim.demo.DemoSetUp;
import org.menfang.sim.rest.RestClient;
import org.menfang.sim.rest.RestFace;
import org.menfang.site.DoorPlan;
import org.menfang.vocabulary.DoorId;

/// How long it takes from a door that is broken open to a browser that shows it. The doors take
/// turns; each alarm is acknowledged and reset before its door is forced again.
///
/// The hub and the gate are their programs, in processes of their own; the leaf, the contact and
/// its bounce are simulated.
final class BrowserBench {
    private static final long REACH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final String FORCED = "FORCED_OPEN";
    private static final Duration SETTLED_WAIT_MAX = Duration.ofSeconds(60);

    private final Stage stage;
    private final Path siteFile;
    private final int doors;
    private final PrintStream err;

    BrowserBench(Stage stage, Path siteFile, int doors, PrintStream err) {
        this.stage = stage;
        this.siteFile = siteFile;
        this.doors = doors;
        this.err = err;
    }

    List<Figure> run() throws IOException, InterruptedException, DemoFailure {
        DemoSetUp setUp = stage.install(siteFile);
        setUp.importPeople();
        setUp.importRules();
        stage.startHub(setUp);
        startGate(setUp);
        Histogram nanos = new Histogram(3);
        try (RestClient hands = new RestClient(RestClient.portIn(setUp.folder().gate()));
                BoardVisitor visitor = new BoardVisitor(setUp.signInLink().orElseThrow());
                BoardWatch board = BoardWatch.open(setUp.signInLink().orElseThrow())) {
            Progress progress = new Progress(err, "doors forced", doors);
            List<DoorPlan> plans = setUp.site().doors();
            for (int i = 0; i < doors; i++) {
                DoorId door = plans.get(i % plans.size()).id();
                settle(visitor, door);
                nanos.recordValue(force(hands, visitor, board, door).toNanos());
                progress.at(i + 1);
            }
        }
        return figures(nanos);
    }

    private void startGate(DemoSetUp setUp) throws IOException, InterruptedException, DemoFailure {
        stage.start(
                setUp.gateProgram(),
                List.of("menfang.sim.people=no", "menfang.sim.speed=1"),
                setUp.gateArguments(setUp.enrolmentCode()));
        Path port = setUp.folder().gate().resolve(RestFace.PORT_FILE);
        Stage.await("the gate", () -> Files.isReadable(port));
    }

    private static Duration force(
            RestClient hands, BoardVisitor visitor, BoardWatch board, DoorId door)
            throws IOException, InterruptedException {
        Instant begun = Instant.now();
        JsonTree nothing = JsonTree.object().build();
        if (!hands.act("doors/" + door + "/force", nothing).ok()) {
            throw new IOException("the door cannot be forced: " + door);
        }
        BoardVisitor.Alarm[] found = new BoardVisitor.Alarm[1];
        Stage.await(
                "the hub to know of " + door,
                SETTLED_WAIT_MAX,
                () -> {
                    Optional<BoardVisitor.Alarm> alarm = forced(visitor, door);
                    alarm.ifPresent(now -> found[0] = now);
                    return alarm.isPresent();
                });
        return Duration.between(begun, board.seenAt(found[0].key()));
    }

    /// Acknowledges and resets what is open at all doors, until nothing is at the one that is next.
    private static void settle(BoardVisitor visitor, DoorId next)
            throws IOException, InterruptedException {
        Stage.await(
                "the alarm of " + next + " to be reset",
                SETTLED_WAIT_MAX,
                () -> {
                    for (BoardVisitor.Alarm alarm : visitor.alarms()) {
                        if (alarm.kind().equals(FORCED)) {
                            handle(visitor, alarm);
                        }
                    }
                    return forced(visitor, next).isEmpty();
                });
    }

    private static void handle(BoardVisitor visitor, BoardVisitor.Alarm alarm)
            throws IOException, InterruptedException {
        // What the gate refuses now, it takes a moment later.
        if (!alarm.answered()) {
            visitor.acknowledge(alarm);
        } else if (alarm.mayReset()) {
            visitor.reset(alarm);
        }
    }

    private static Optional<BoardVisitor.Alarm> forced(BoardVisitor visitor, DoorId door)
            throws IOException, InterruptedException {
        return visitor.alarms().stream()
                .filter(alarm -> alarm.kind().equals(FORCED))
                .filter(alarm -> alarm.source().equals(door.value()))
                .findFirst();
    }

    private List<Figure> figures(Histogram nanos) {
        String what = "forced door to a browser that shows it, %,d doors, ".formatted(doors);
        return List.of(
                Figure.told(what + "p50", Figure.millis(nanos.getValueAtPercentile(50))),
                Figure.quickerThan(what + "p99", nanos.getValueAtPercentile(99), REACH_NANOS),
                Figure.told(what + "most", Figure.millis(nanos.getMaxValue())));
    }
}
