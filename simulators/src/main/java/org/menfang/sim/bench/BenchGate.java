package org.menfang.sim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.menfang.gate.GateController;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.hublink.GateKeys;
import org.menfang.gate.loop.BoundedInbox;
import org.menfang.gate.loop.GateLoop;
import org.menfang.gate.os.LogKey;
import org.menfang.gate.pi4j.Pi4jPoints;
import org.menfang.gate.port.Ports;
import org.menfang.gate.port.StoredEvents;
import org.menfang.gate.port.memory.InMemoryCameras;
import org.menfang.gate.port.memory.InMemoryReaders;
import org.menfang.gate.port.memory.RecordedFaults;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.sqlite.DatabaseOpening;
import org.menfang.gate.sqlite.GateDatabase;
import org.menfang.gate.sqlite.JournalBeginning;
import org.menfang.gate.sqlite.JournalLimits;
import org.menfang.gate.sqlite.SqliteJournal;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.site.HubAddress;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.Site;
import org.menfang.wire.GateLife;

/// A gate as its program wires it: real loop, real journal, real outputs through Pi4J, the real
/// link once it is connected; without devices.
final class BenchGate implements AutoCloseable {
    private final BoundedInbox inbox = new BoundedInbox();
    private final SkippingTime time = new SkippingTime();
    private final RecordedFaults faults = new RecordedFaults();
    private final JournalWatch watch = new JournalWatch(inbox);
    private final LateLink link = new LateLink();
    private final Site site;
    private final Path folder;
    private final LogKey key;
    private final JournalStart start;
    private final Pi4jPoints points;
    private final SqliteJournal journal;
    private final Thread thread;
    private volatile boolean running = true;

    private BenchGate(Site site, AccessTable table, Path folder, Runnable whenReleased)
            throws IOException {
        this.site = site;
        this.folder = folder;
        key = logKey(Files.createDirectories(folder));
        points = Pi4jPoints.open(chip(site, whenReleased), site, inbox);
        JournalBeginning.Begun begun = begin(site, folder, key, watch);
        journal = begun.journal();
        start = begun.start();
        GateController controller =
                new GateController(site, new SuncalcSunTimes(), table, start, "bench");
        GateLoop loop =
                new GateLoop(
                        controller,
                        inbox,
                        new Ports(
                                time,
                                journal,
                                link.link(),
                                points.outputs(),
                                new InMemoryReaders(),
                                new InMemoryCameras(),
                                faults));
        thread = Thread.ofPlatform().name("bench-gate").start(() -> run(loop));
    }

    /// @param whenReleased runs on the gate's thread each time the lock of the first reader's door
    ///   is commanded to release
    static BenchGate start(Site site, AccessTable table, Path folder, Runnable whenReleased)
            throws IOException {
        return new BenchGate(site, table, folder, whenReleased);
    }

    void offer(Input input) {
        inbox.offer(input);
    }

    /// Whether it has taken all that it was offered.
    boolean isIdle() {
        return inbox.isEmpty();
    }

    void skip(Duration duration) {
        time.skip(duration);
    }

    /// Joins its hub; nothing is sent yet.
    GateKeys join(String code) throws IOException {
        return LateLink.join(site, code, key.publicKey(), folder.resolve("keys"));
    }

    /// Begins to talk to its hub.
    ///
    /// @param hub where it is reached
    void connect(HubAddress hub, GateKeys keys) {
        GateLife lastWord =
                new GateLife(
                        false,
                        "bench",
                        start.boot(),
                        0,
                        start.lastEventSeq(),
                        start.lastAlarmSeq());
        link.begin(hub, site, keys, lastWord, journal, watch);
    }

    JournalWatch watch() {
        return watch;
    }

    StoredEvents events() {
        return journal;
    }

    private void run(GateLoop loop) {
        try {
            while (running) {
                loop.tick();
                inbox.awaitInput(loop.idleTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static WatchedChip chip(Site site, Runnable whenReleased) {
        var door =
                site.accessPointOf(site.readers().getFirst().id())
                        .flatMap(point -> site.door(point.door()))
                        .orElseThrow();
        PinPlan pin =
                site.pins().stream()
                        .filter(plan -> plan.point().equals(PointName.lock(door.id())))
                        .findFirst()
                        .orElseThrow();
        boolean energised = door.failMode().energisedToRelease();
        return new WatchedChip(pin.line(), energised != pin.activeLow(), whenReleased);
    }

    private static JournalBeginning.Begun begin(
            Site site, Path folder, LogKey key, JournalWatch watch) throws IOException {
        GateDatabase database =
                switch (GateDatabase.open(folder)) {
                    case DatabaseOpening.Opened(GateDatabase opened) -> opened;
                    case DatabaseOpening.OpenedReadOnly(GateDatabase opened, String why) ->
                            throw new IOException(why);
                    case DatabaseOpening.Unusable(String why, String whatToDo, var _) ->
                            throw new IOException(why + ": " + whatToDo);
                };
        return switch (SqliteJournal.begin(
                database, site.compound(), site.gate(), key::sign, JournalLimits.STANDARD, watch)) {
            case JournalBeginning.Begun begun -> begun;
            case JournalBeginning.Unusable(String why, String whatToDo, var _) ->
                    throw new IOException(why + ": " + whatToDo);
        };
    }

    private static LogKey logKey(Path folder) throws IOException {
        return switch (LogKey.load(folder.resolve("keys"))) {
            case LogKey.Loading.Ready(LogKey ready) -> ready;
            case LogKey.Loading.Unusable(String why, String whatToDo) ->
                    throw new IOException(why + ": " + whatToDo);
        };
    }

    @Override
    public void close() throws IOException {
        link.close();
        running = false;
        inbox.offer(new Input.TimeIsDue());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        journal.close();
        points.close();
        if (!faults.all().isEmpty()) {
            throw new IOException(
                    "the gate broke while it was measured", faults.all().getFirst().fault());
        }
    }
}
