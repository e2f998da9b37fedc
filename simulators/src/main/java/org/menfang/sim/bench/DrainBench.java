package org.menfang.sim.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.menfang.gate.Input;
import org.menfang.sim.demo.DemoFailure;
import org.menfang.sim.proxy.FaultMode;
import org.menfang.sim.proxy.FaultProxy;
import org.menfang.site.AlarmInputPlan;
import org.menfang.site.HubAddress;

/// What happens when a gate comes back after days, over a line as slow as a bad telephone's: how
/// long it takes until the hub holds everything, how soon the alarms of these days are there, and
/// how soon one that is raised meanwhile.
///
/// The hub is its program in a process of its own, with its broker inside; the gate is the real
/// loop, journal and link; the line is a proxy between them.
final class DrainBench {
    /// 256 kbit/s each way.
    private static final int LINE_BYTES_PER_SECOND = 256_000 / Byte.SIZE;

    /// 20,000 events in ten minutes.
    private static final double REACH_NANOS_AN_EVENT = TimeUnit.MINUTES.toNanos(10) / 20_000.0;

    /// GB 50396-2007: an alarm reaches the centre within 5 s over the networks of others.
    private static final long ALARM_REACH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final int ALARMS = 20;
    private static final Duration SLACK = Duration.ofMinutes(2);
    private static final long SEED = 1;

    private final Stage stage;
    private final Path siteFile;
    private final long events;
    private final PrintStream err;

    DrainBench(Stage stage, Path siteFile, long events, PrintStream err) {
        this.stage = stage;
        this.siteFile = siteFile;
        this.events = events;
        this.err = err;
    }

    List<Figure> run() throws IOException, InterruptedException, SQLException, DemoFailure {
        try (GateMeetsHub both = GateMeetsHub.begin(stage, siteFile)) {
            both.stopHub();
            live(both);
            both.startHub();
            HubAddress hub = both.hubAddress();
            InetSocketAddress broker =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), hub.mqttPort());
            try (FaultProxy line = FaultProxy.start(broker, SEED);
                    BoardVisitor visitor =
                            new BoardVisitor(both.setUp().signInLink().orElseThrow())) {
                line.begin(new FaultMode.Throttle(LINE_BYTES_PER_SECOND));
                HubAddress far = new HubAddress(hub.host(), line.port(), hub.httpsPort());
                return drain(both, far, line, visitor);
            }
        }
    }

    /// People pass and now and then an alarm is raised, while the hub is away.
    private void live(GateMeetsHub both) throws IOException, InterruptedException {
        Passers passers = both.passers();
        Progress progress = new Progress(err, "events waiting", events);
        // Another than the one that is pressed in the middle of the drain.
        AlarmInputPlan button = both.setUp().site().alarmInputs().getLast();
        for (int i = 1; i <= ALARMS; i++) {
            passers.writeUntil(events * i / ALARMS, progress);
            both.gate().offer(new Input.AlarmInputChanged(button.id(), i % 2 == 1));
        }
    }

    private List<Figure> drain(
            GateMeetsHub both, HubAddress far, FaultProxy line, BoardVisitor visitor)
            throws IOException, InterruptedException, SQLException {
        JournalWatch watch = both.watch();
        long waiting = watch.committed();
        long alarms = watch.committedAlarms();
        long reach = (long) (waiting * REACH_NANOS_AN_EVENT);
        Duration waitMax = Duration.ofNanos(2 * reach).plus(SLACK);
        Progress progress = new Progress(err, "events held by the hub", waiting);
        both.connect(far);
        long begun = System.nanoTime();
        watch.awaitAcknowledgedAlarms(alarms, waitMax);
        long alarmsHeld = System.nanoTime() - begun;
        long eventsHeldThen = watch.acknowledged();
        watch.awaitAcknowledged(waiting / 2, waitMax, progress::at);
        long overtook = BacklogBench.raise(both, visitor);
        watch.awaitAcknowledged(waiting, waitMax, progress::at);
        long spent = System.nanoTime() - begun;
        long bytes = line.counts().bytesToServer();
        both.stopHub();
        StoredCopy copy = StoredCopy.read(both.setUp().folder().hub().resolve("hub.db"));
        return List.of(
                Figure.within("%,d events over 256 kbit/s".formatted(waiting), spent, reach),
                Figure.told(
                        "on the line for each event",
                        "%,.0f bytes".formatted(bytes / (double) waiting)),
                Figure.told(
                        "all of them, each once, in order",
                        copy.isAllUpTo(waiting) ? "yes" : "NO: " + copy),
                Figure.within(
                        "%,d alarm events of these days were held, with %,d other events"
                                .formatted(alarms, eventsHeldThen),
                        alarmsHeld,
                        ALARM_REACH_NANOS),
                Figure.within(
                        "an alarm raised in the middle, to the hub's board",
                        overtook,
                        ALARM_REACH_NANOS));
    }
}
