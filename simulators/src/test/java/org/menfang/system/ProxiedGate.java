package org.menfang.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.GateController;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.hublink.Enrolment;
import org.menfang.gate.hublink.GateKeys;
import org.menfang.gate.hublink.LaterHubLink;
import org.menfang.gate.hublink.PahoHubLink;
import org.menfang.gate.loop.BoundedInbox;
import org.menfang.gate.loop.GateLoop;
import org.menfang.gate.os.LogKey;
import org.menfang.gate.port.Ports;
import org.menfang.gate.port.memory.InMemoryCameras;
import org.menfang.gate.port.memory.InMemoryOutputs;
import org.menfang.gate.port.memory.InMemoryReaders;
import org.menfang.gate.port.memory.RecordedFaults;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.sqlite.DatabaseOpening;
import org.menfang.gate.sqlite.GateDatabase;
import org.menfang.gate.sqlite.JournalBeginning;
import org.menfang.gate.sqlite.JournalLimits;
import org.menfang.gate.sqlite.SqliteJournal;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.sim.proxy.FaultMode;
import org.menfang.sim.proxy.FaultProxy;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;

/// A gate with its real loop, journal and link, at the far end of a path that can be bad; without
/// devices.
final class ProxiedGate implements AutoCloseable {
    private static final int AT_ONCE = 100;

    private final BoundedInbox inbox = new BoundedInbox();
    private final LinkWatch watch = new LinkWatch(inbox);
    private final RecordedFaults faults = new RecordedFaults();
    private final LaterHubLink link = new LaterHubLink();
    private final Path folder;
    private final Site site;
    private final FarHub hub;
    private final FaultProxy path;
    private final GateKeys keys;
    private final JournalStart start;
    private final SqliteJournal journal;
    private final Thread thread;
    private @Nullable PahoHubLink begun;
    private int alarmChanges;
    private volatile boolean running = true;

    private ProxiedGate(FarHub hub, String name, Path folder, long seed) throws IOException {
        this.hub = hub;
        this.folder = Files.createDirectories(folder);
        this.site = site(hub.siteText().replace("gate: main", "gate: " + name), folder);
        this.path = FaultProxy.start(hub.broker(), seed);
        LogKey key = ((LogKey.Loading.Ready) LogKey.load(folder.resolve("keys"))).key();
        this.keys = join(key);
        GateDatabase database = ((DatabaseOpening.Opened) GateDatabase.open(folder)).database();
        JournalBeginning.Begun beginning =
                (JournalBeginning.Begun)
                        SqliteJournal.begin(
                                database,
                                site.compound(),
                                site.gate(),
                                key::sign,
                                JournalLimits.STANDARD,
                                watch);
        this.journal = beginning.journal();
        this.start = beginning.start();
        GateLoop loop = loop();
        this.thread = Thread.ofPlatform().name("gate " + name).start(() -> run(loop));
    }

    /// Makes a gate that has joined the hub and is not connected.
    ///
    /// @param seed what chance does to its path
    static ProxiedGate join(FarHub hub, String name, Path folder, long seed) throws IOException {
        return new ProxiedGate(hub, name, folder, seed);
    }

    GateIdentity identity() {
        return new GateIdentity(site.compound(), site.gate());
    }

    GateKeys keys() {
        return keys;
    }

    LinkWatch watch() {
        return watch;
    }

    FaultProxy path() {
        return path;
    }

    /// What is wrong with the path from now on.
    ///
    /// @return since when, in nanoseconds
    long suffer(FaultMode mode) throws IOException {
        path.begin(mode);
        return System.nanoTime();
    }

    void connect() {
        GateLife lastWord =
                new GateLife(
                        false, "test", start.boot(), 0, start.lastEventSeq(), start.lastAlarmSeq());
        PahoHubLink started =
                PahoHubLink.start(
                        hub.by(path.port()),
                        identity(),
                        keys.context(),
                        lastWord,
                        PahoHubLink.WILL_DELAY,
                        journal,
                        watch,
                        rules -> {},
                        RandomGenerator.getDefault());
        begun = started;
        link.begin(started);
    }

    /// People leave by the exit buttons, so often that there are so many more events at least; all
    /// are on disk when this returns.
    void live(int events) throws InterruptedException {
        long goal = watch.committed(EventStream.EVENTS) + events;
        var exits = site.accessPoints().stream().filter(point -> point.isRex()).toList();
        while (watch.committed(EventStream.EVENTS) < goal) {
            long before = watch.committed(EventStream.EVENTS);
            long count = Math.min(AT_ONCE, goal - before);
            for (int i = 0; i < count; i++) {
                watch.offer(new Input.RexPressed(exits.get(i % exits.size()).id()));
            }
            watch.awaitCommitted(EventStream.EVENTS, before + count);
        }
    }

    /// One alarm input after the other is set off, and let go the next time.
    ///
    /// @return the number of what it says in the stream of alarms; it is on disk
    long alarm() throws InterruptedException {
        var inputs = site.alarmInputs();
        int change = alarmChanges++;
        long seq = watch.committed(EventStream.ALARMS) + 1;
        watch.offer(new Input.AlarmInputChanged(inputs.get(change / 2).id(), change % 2 == 0));
        watch.awaitCommitted(EventStream.ALARMS, seq);
        return seq;
    }

    /// What the journal holds. The gate is closed.
    List<String> written(EventStream stream) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("gate.db"));
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT text FROM " + stream.wireName() + " ORDER BY seq")) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    @Override
    public void close() throws IOException {
        if (begun != null) {
            begun.close();
        }
        running = false;
        inbox.offer(new Input.TimeIsDue());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        journal.close();
        path.close();
        assertEquals(List.of(), faults.all());
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

    private GateLoop loop() {
        Instant begin = Instant.now();
        long origin = System.nanoTime();
        return new GateLoop(
                new GateController(
                        site, new SuncalcSunTimes(), AccessTable.empty(site), start, "test"),
                inbox,
                new Ports(
                        () -> {
                            Duration spent = Duration.ofNanos(System.nanoTime() - origin);
                            return new Moment(
                                    begin.plus(spent),
                                    new MonotonicTime(spent.toNanos()),
                                    TimeTrust.TRUSTED);
                        },
                        journal,
                        link,
                        new InMemoryOutputs(),
                        new InMemoryReaders(),
                        new InMemoryCameras(),
                        faults));
    }

    private GateKeys join(LogKey key) throws IOException {
        return switch (Enrolment.join(
                hub.by(hub.broker().getPort()),
                identity(),
                hub.code(identity()),
                key.publicKey(),
                folder.resolve("keys"))) {
            case Enrolment.Outcome.Joined(GateKeys joined, var _) -> joined;
            case Enrolment.Outcome other -> throw new IOException("not joined: " + other);
        };
    }

    private static Site site(String text, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("site.yaml"), text);
        return switch (SiteFiles.check(file)) {
            case SiteCheck.Good good -> good.site();
            case SiteCheck.Bad bad -> throw new IOException(bad.faults().toString());
        };
    }
}
