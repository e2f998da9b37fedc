package org.menfang.sim.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.demo.DemoFailure;
import org.menfang.sim.demo.DemoFolder;
import org.menfang.sim.demo.DemoSetUp;
import org.menfang.sim.demo.HubProbe;
import org.menfang.sim.demo.Ports;
import org.menfang.sim.demo.Program;
import org.menfang.sim.rest.RestFace;

/// A hub and its gate as real programs, with a broker inside the hub or outside of it. Each can be
/// killed or have its power cut, and be started again.
final class LiveCompound implements AutoCloseable {
    private static final String SITE = "edge-config/sites/clinic.yaml";
    private static final Duration READY_WAIT_MAX = Duration.ofMinutes(2);
    private static final long CUT_WAIT_SECONDS = 60;

    private final DemoSetUp setUp;
    private final Path beside;
    private final PowerCutShim shim;
    private final @Nullable OutsideBroker broker;
    private @Nullable Process hub;
    private @Nullable Process gate;

    private LiveCompound(
            DemoSetUp setUp, Path beside, PowerCutShim shim, @Nullable OutsideBroker broker) {
        this.setUp = setUp;
        this.beside = beside;
        this.shim = shim;
        this.broker = broker;
    }

    /// Sets it up and starts all of it; the gate joins the hub.
    ///
    /// @param outsideBroker whether mosquitto is the broker
    static LiveCompound start(Path folder, PowerCutShim shim, boolean outsideBroker, long seed)
            throws IOException, InterruptedException, CrashFailure {
        try {
            Files.createDirectories(folder);
            DemoFolder data = DemoFolder.make(folder.toRealPath().resolve("data"));
            Ports ports = Ports.free();
            DemoSetUp setUp = DemoSetUp.write(data, ports, Checkout.path(SITE), seed);
            OutsideBroker broker = outsideBroker ? broker(setUp) : null;
            Path beside = Files.createDirectories(folder.toRealPath().resolve("beside"));
            LiveCompound compound = new LiveCompound(setUp, beside, shim, broker);
            compound.begin();
            return compound;
        } catch (DemoFailure e) {
            throw new CrashFailure("the compound cannot be set up: " + e.getMessage());
        }
    }

    private static OutsideBroker broker(DemoSetUp setUp) throws IOException {
        DemoFolder data = setUp.folder();
        OutsideBroker broker =
                OutsideBroker.prepare(
                        data.root().resolve("mosquitto"),
                        data.hub().resolve("trust"),
                        setUp.ports().mqtt());
        Files.writeString(data.hubConfig(), broker.hubSetting(), StandardOpenOption.APPEND);
        return broker;
    }

    private void begin() throws IOException, InterruptedException, CrashFailure, DemoFailure {
        boolean complete = false;
        try {
            setUp.importRules();
            startBroker();
            startHub();
            launchGate(setUp.enrolmentCode(), Map.of());
            awaitGate();
            awaitJoined();
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    private void awaitJoined() throws IOException, InterruptedException, CrashFailure {
        if (!Waiting.until(READY_WAIT_MAX, () -> hubHolds("%gate-started%"))) {
            throw new CrashFailure("the gate does not join the hub; see " + logs());
        }
    }

    /// Whether the hub holds an event with such a text.
    ///
    /// @param pattern for LIKE
    boolean hubHolds(String pattern) throws IOException {
        try (Rows rows = Rows.open(hubData().resolve("hub.db"))) {
            return rows.number(
                            "SELECT count(*) FROM event WHERE stream = 0 AND text LIKE '"
                                    + pattern
                                    + "'")
                    > 0;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    Path gateData() {
        return setUp.folder().gate();
    }

    Path hubData() {
        return setUp.folder().hub();
    }

    Path logs() {
        return setUp.folder().logs();
    }

    void startBroker() throws IOException, InterruptedException, CrashFailure {
        if (broker != null) {
            broker.start();
        }
    }

    void killBroker() throws InterruptedException {
        if (broker != null) {
            broker.kill();
        }
    }

    void startHub() throws IOException, InterruptedException, CrashFailure {
        Process started = launchHub(Map.of());
        HubProbe probe = new HubProbe(setUp.ports().board());
        await("hub", started, probe::isReady);
    }

    /// Starts the hub with a power cut ahead, and returns when it came.
    CutReport startHubUntil(Cut cut) throws IOException, InterruptedException {
        Path broken = hubData().resolve("broker");
        return untilCut(launchHub(environment(hubData(), broken, cut)));
    }

    void startGate() throws IOException, InterruptedException, CrashFailure {
        launchGate(null, Map.of());
        awaitGate();
    }

    /// Starts the gate with a power cut ahead, and returns when it came.
    CutReport startGateUntil(Cut cut) throws IOException, InterruptedException {
        return untilCut(launchGate(null, environment(gateData(), null, cut)));
    }

    private Map<String, String> environment(Path disk, @Nullable Path except, Cut cut)
            throws IOException {
        Files.deleteIfExists(PowerCutShim.report(beside));
        return shim.environment(disk, except, beside, cut);
    }

    /// One that has too little to do for its cut is killed in the end.
    private CutReport untilCut(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(CUT_WAIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return CutReport.read(PowerCutShim.report(beside));
    }

    private Process launchHub(Map<String, String> environment) throws IOException {
        Process started = setUp.hubProgram().start(properties(), setUp.hubArguments(), environment);
        hub = started;
        return started;
    }

    private Process launchGate(@Nullable String code, Map<String, String> environment)
            throws IOException {
        Files.deleteIfExists(gateData().resolve(RestFace.PORT_FILE));
        Process started =
                setUp.gateProgram().start(properties(), setUp.gateArguments(code), environment);
        gate = started;
        return started;
    }

    /// A quiet morning of today.
    private static List<String> properties() throws IOException {
        LocalDate day = LocalDate.now(ZoneOffset.UTC);
        try {
            return List.of(
                    "menfang.sim.speed=1",
                    "menfang.sim.start=" + day + "T10:00",
                    "org.sqlite.lib.path=" + Checkout.nativeSqlite());
        } catch (CrashFailure e) {
            throw new IOException(e);
        }
    }

    private void awaitGate() throws IOException, InterruptedException, CrashFailure {
        Path port = gateData().resolve(RestFace.PORT_FILE);
        if (gate != null) {
            await("gate", gate, () -> Files.isReadable(port));
        }
    }

    private void await(String what, Process process, Waiting.Condition condition)
            throws IOException, InterruptedException, CrashFailure {
        boolean came = Waiting.until(READY_WAIT_MAX, () -> !process.isAlive() || condition.holds());
        if (!came || !process.isAlive()) {
            throw new CrashFailure("the " + what + " does not serve; see " + logs());
        }
    }

    /// As `kill -9` does.
    void killHub() throws InterruptedException {
        kill(hub);
    }

    /// As `kill -9` does.
    void killGate() throws InterruptedException {
        kill(gate);
    }

    private static void kill(@Nullable Process process) throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /// Ends all of it as a service manager does, the gate first.
    void stop(Finding finding) throws InterruptedException {
        for (Process process : new Process[] {gate, hub}) {
            if (process != null) {
                Program.stop(process);
                finding.corruptUnless(
                        process.exitValue() == 0, "a program ended with " + process.exitValue());
            }
        }
        killBroker();
    }

    @Override
    public void close() {
        for (Process process : new Process[] {gate, hub}) {
            if (process != null) {
                process.destroyForcibly().onExit().join();
            }
        }
        if (broker != null) {
            broker.close();
        }
    }
}
