package org.menfang.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.demo.DemoFailure;
import org.menfang.sim.demo.DemoFolder;
import org.menfang.sim.demo.DemoSetUp;
import org.menfang.sim.demo.HubProbe;
import org.menfang.sim.demo.Ports;
import org.menfang.sim.demo.Program;
import org.menfang.sim.rest.RestClient;
import org.menfang.sim.rest.RestFace;

/// The compound with the clinic: a hub and a gate as processes, started and ended by a test. Nobody
/// lives in it, and a second of its day takes a second.
final class RunningCompound implements AutoCloseable {
    /// Long, since the machine may be small and busy. Nothing waits that long when it works.
    static final Duration WAIT = Duration.ofMinutes(2);

    private static final Path SITE = Path.of("../edge-config/sites/clinic.yaml");
    private static final long LOOK_EVERY_MILLIS = 50;

    /// Today, since the hub takes back only what has not expired.
    private final LocalDate day = LocalDate.now(ZoneOffset.UTC);

    private final DemoSetUp setUp;
    private @Nullable Process hub;
    private @Nullable Process gate;

    private RunningCompound(DemoSetUp setUp) {
        this.setUp = setUp;
    }

    /// Sets it up, with the rights of its people, and starts nothing.
    static RunningCompound setUp(Path folder)
            throws IOException, InterruptedException, DemoFailure {
        DemoSetUp setUp =
                DemoSetUp.write(
                        DemoFolder.make(folder.resolve("data")),
                        Ports.free(),
                        SITE,
                        Residents.SEED);
        setUp.importRules();
        return new RunningCompound(setUp);
    }

    /// Sets it up and starts both programs; the gate has joined the hub.
    static RunningCompound start(Path folder)
            throws IOException, InterruptedException, DemoFailure {
        RunningCompound compound = setUp(folder);
        try {
            compound.setUp.importPeople();
            compound.startHub();
            compound.startGate(compound.setUp.enrolmentCode());
            return compound;
        } catch (IOException | InterruptedException | DemoFailure | RuntimeException | Error e) {
            compound.close();
            throw e;
        }
    }

    DemoFolder folder() {
        return setUp.folder();
    }

    /// The day before the one that it lives in.
    LocalDate dayBefore() {
        return day.minusDays(1);
    }

    private List<String> quietMorning() {
        return List.of("menfang.sim.speed=1", "menfang.sim.start=" + day + "T10:00");
    }

    /// Signs the next version of the rules and hands it to the running hub.
    void publishRules() throws IOException, InterruptedException, DemoFailure {
        setUp.publishRules();
    }

    /// Runs a command of the hub; what it printed.
    String hub(String... arguments) throws IOException, InterruptedException, DemoFailure {
        return setUp.hubProgram().run(List.of(arguments));
    }

    /// Runs a command of the gate; what it printed.
    String gate(String... arguments) throws IOException, InterruptedException, DemoFailure {
        return setUp.gateProgram().run(List.of(arguments));
    }

    /// Waits until the gate has written this into its log.
    void awaitInGateLog(String words) throws IOException, InterruptedException {
        Process running = gate;
        if (running == null) {
            throw new IllegalStateException("no gate has been started");
        }
        Path log = folder().logs().resolve("gate.log");
        await(running, words, () -> Files.readString(log).contains(words));
    }

    String signInLink() throws IOException, InterruptedException, DemoFailure {
        return setUp.signInLink().orElseThrow();
    }

    void startHub() throws IOException, InterruptedException {
        Process started = setUp.hubProgram().start(List.of(), setUp.hubArguments());
        hub = started;
        await(started, "hub", new HubProbe(setUp.ports().board())::isReady);
    }

    /// @param code to join the hub with; none for a gate without a hub
    void startGate(@Nullable String code) throws IOException, InterruptedException {
        Process started = setUp.gateProgram().start(quietMorning(), setUp.gateArguments(code));
        gate = started;
        Path port = folder().gate().resolve(RestFace.PORT_FILE);
        await(started, "gate", () -> Files.isReadable(port));
    }

    /// Publishes a rules file, beside the hub that runs.
    void publishRules(Path rules) throws IOException, InterruptedException, DemoFailure {
        setUp.hubProgram()
                .run(
                        List.of(
                                "rules",
                                "publish",
                                "--rules",
                                rules.toString(),
                                "--data",
                                folder().hub().toString()));
    }

    /// Waits until the log of the gate says something.
    void awaitGateSays(String words) throws IOException, InterruptedException {
        Process running = gate;
        if (running == null) {
            throw new IllegalStateException("no gate has been started");
        }
        Path log = setUp.gateProgram().log();
        await(running, words, () -> Files.readString(log).contains(words));
    }

    /// What the gate's own command line says of an event.
    String explain(long seq) throws IOException, InterruptedException, DemoFailure {
        return setUp.gateProgram()
                .run(
                        List.of(
                                "explain",
                                Long.toString(seq),
                                "--data",
                                folder().gate().toString(),
                                "--language",
                                "en"));
    }

    /// As `kill -9` does.
    void killHub() throws InterruptedException {
        if (hub != null) {
            hub.destroyForcibly().waitFor();
        }
    }

    /// The same of the gate.
    void killGate() throws InterruptedException {
        if (gate != null) {
            gate.destroyForcibly().waitFor();
        }
    }

    /// Waits until something is true of what the hub holds.
    void awaitHub(Condition condition) throws IOException, InterruptedException {
        Process running = hub;
        if (running == null) {
            throw new IllegalStateException("no hub has been started");
        }
        await(running, "hub", condition);
    }

    /// Ends both, the gate first, as a service manager does.
    void stop() throws InterruptedException {
        for (Process process : new Process[] {gate, hub}) {
            if (process != null) {
                Program.stop(process);
                assertEquals(0, process.exitValue(), () -> "see " + folder().logs());
            }
        }
    }

    /// Hands that act on the devices of the running gate.
    DeviceHands hands() throws IOException {
        Process running = gate;
        if (running == null) {
            throw new IllegalStateException("no gate has been started");
        }
        return new DeviceHands(new RestClient(RestClient.portIn(folder().gate())), running);
    }

    /// What may need some time to become true.
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    /// Waits until something is true; a program that ends meanwhile is a failure.
    static void await(Process process, String what, Condition condition)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + WAIT.toNanos();
        while (!condition.holds()) {
            if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                fail(what + ": the program ended with " + process.exitValue());
            }
            if (System.nanoTime() > until) {
                fail(what + ": waited in vain");
            }
        }
    }

    @Override
    public void close() {
        for (Process process : new Process[] {gate, hub}) {
            if (process != null) {
                process.destroyForcibly().onExit().join();
            }
        }
    }
}
