package org.menfang.sim.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.menfang.json.Json;
import org.menfang.rules.RuleSet;
import org.menfang.sim.hardware.SimulationOptions;
import org.menfang.sim.people.CommitteeRules;
import org.menfang.sim.people.PeopleFile;
import org.menfang.sim.people.Person;
import org.menfang.sim.people.Population;
import org.menfang.sim.rest.DeedLog;
import org.menfang.sim.rest.RestClient;
import org.menfang.sim.rest.RestFace;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;

/// A living compound on one machine: the hub and one gate, each a process of its own, with
/// simulated devices behind the gate.
public final class Demo {
    private static final String HUB_MAIN = "org.menfang.hub.app.Main";
    private static final String GATE_MAIN = "org.menfang.gate.app.Main";
    private static final int HUB_HEAP_MEGABYTES = 320;
    private static final int GATE_HEAP_MEGABYTES = 160;
    private static final Duration READY_WAIT_MAX = Duration.ofSeconds(90);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final double MINUTES_A_DAY = 24 * 60;
    private static final Pattern HUB_LINE = Pattern.compile("(?m)^hub:.*$");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final DemoOptions options;
    private final PrintWriter out;
    private final DemoWords words;
    private final CountDownLatch stop = new CountDownLatch(1);
    private long lastDeed;

    public Demo(DemoOptions options, PrintWriter out) {
        this.options = options;
        this.out = out;
        words = options.words();
    }

    /// Ends the demo soon. Any thread may call it.
    public void requestStop() {
        stop.countDown();
    }

    /// Runs until it is told to stop, or its time is over.
    ///
    /// @throws DemoFailure if it cannot run; it says why, for a person
    public void run() throws DemoFailure, InterruptedException {
        try {
            DemoFolder folder = DemoFolder.make(options.data());
            try {
                runIn(folder);
            } finally {
                folder.removeIfTemporary();
            }
        } catch (IOException e) {
            throw new DemoFailure(words.trouble(e), e);
        }
    }

    private void runIn(DemoFolder folder) throws IOException, DemoFailure, InterruptedException {
        Ports ports = Ports.choose(options.port(), words);
        Site site = writeFiles(folder, ports);
        Program hubProgram = hubProgram(folder);
        say(words.preparing(folder.root()));
        hubProgram.run(
                List.of(
                        "import",
                        "--people",
                        text(folder.people()),
                        "--data",
                        text(folder.hub()),
                        "--compound",
                        site.compound().value()));
        gateProgram(folder)
                .run(
                        List.of(
                                "import",
                                "--rules",
                                text(folder.rules()),
                                "--data",
                                text(folder.gate())));
        Watched hub = new Watched(hubProgram, List.of(), hubArguments(folder));
        Watched gate = null;
        try {
            hub.start();
            say(words.startingHub());
            awaitHub(hub, ports);
            if (isStopping()) {
                return;
            }
            gate = gate(folder, enrolmentCode(hubProgram, folder, site));
            gate.start();
            say(words.startingGate());
            awaitGate(gate, folder);
            if (isStopping()) {
                return;
            }
            welcome(folder, hubProgram, ports, hub, gate);
            watch(folder, hub, gate);
        } finally {
            say(words.stopping());
            if (gate != null) {
                gate.stop();
            }
            hub.stop();
        }
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    private static String text(Path path) {
        return path.toString();
    }

    private Site writeFiles(DemoFolder folder, Ports ports) throws IOException, DemoFailure {
        String template = Files.readString(options.siteFile(), StandardCharsets.UTF_8);
        String address =
                "hub: {host: localhost, mqtt-port: %d, https-port: %d}"
                        .formatted(ports.mqtt(), ports.devices());
        DemoFolder.write(
                folder.siteFile(),
                HUB_LINE.matcher(template).replaceFirst(Matcher.quoteReplacement(address)));
        Site site =
                switch (SiteFiles.check(folder.siteFile())) {
                    case SiteCheck.Good good -> good.site();
                    case SiteCheck.Bad bad ->
                            throw new DemoFailure(options.siteFile() + ": " + bad.faults());
                };
        List<Person> people = Population.of(options.seed());
        RuleSet rules =
                CommitteeRules.of(site, people, SimulationOptions.DEFAULT_START.toLocalDate());
        Files.write(folder.rules(), Json.write(rules));
        DemoFolder.write(folder.people(), PeopleFile.of(people));
        DemoFolder.write(folder.hubConfig(), hubConfig(site, ports));
        return site;
    }

    private static String hubConfig(Site site, Ports ports) {
        return """
        board:
          address: 127.0.0.1
          port: %d
        mqtt:
          address: 127.0.0.1
          port: %d
        devices:
          address: 127.0.0.1
          port: %d
        names:
          - localhost
          - 127.0.0.1
        zone: %s
        """
                .formatted(ports.board(), ports.mqtt(), ports.devices(), site.zone());
    }

    private static Program hubProgram(DemoFolder folder) {
        return new Program(
                "hub",
                HUB_MAIN,
                HUB_HEAP_MEGABYTES,
                folder.hub().resolve("tmp"),
                folder.logs().resolve("hub.log"));
    }

    private static Program gateProgram(DemoFolder folder) {
        return new Program(
                "gate",
                GATE_MAIN,
                GATE_HEAP_MEGABYTES,
                folder.gate().resolve("tmp"),
                folder.logs().resolve("gate.log"));
    }

    private static List<String> hubArguments(DemoFolder folder) {
        return List.of("run", "--config", text(folder.hubConfig()), "--data", text(folder.hub()));
    }

    private static String enrolmentCode(Program hub, DemoFolder folder, Site site)
            throws IOException, InterruptedException, DemoFailure {
        String printed =
                hub.run(
                        List.of(
                                "code",
                                "--data",
                                text(folder.hub()),
                                "--gate",
                                site.compound() + "/" + site.gate()));
        String[] tokens = printed.strip().split("\\s+", -1);
        return tokens[tokens.length - 1];
    }

    private Watched gate(DemoFolder folder, String code) {
        return new Watched(
                gateProgram(folder),
                List.of(
                        "menfang.sim.seed=" + options.seed(),
                        "menfang.sim.speed=" + options.speed(),
                        "menfang.sim.people=yes"),
                List.of(
                        "run",
                        "--site",
                        text(folder.siteFile()),
                        "--data",
                        text(folder.gate()),
                        "--hardware",
                        "simulated",
                        "--enrol",
                        code));
    }

    private void awaitHub(Watched hub, Ports ports) throws DemoFailure, InterruptedException {
        HubProbe probe = new HubProbe(ports.board());
        await(hub, probe::isReady);
    }

    private void awaitGate(Watched gate, DemoFolder folder)
            throws DemoFailure, InterruptedException {
        Path port = folder.gate().resolve(RestFace.PORT_FILE);
        await(gate, () -> Files.isReadable(port));
    }

    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    private void await(Watched program, Condition ready) throws DemoFailure, InterruptedException {
        long until = System.nanoTime() + READY_WAIT_MAX.toNanos();
        while (!ready.holds()) {
            if (!program.isAlive() || System.nanoTime() > until) {
                throw new DemoFailure(words.doesNotComeUp(program.program()));
            }
            if (pause()) {
                return;
            }
        }
    }

    /// Waits a moment.
    ///
    /// @return whether the demo is to stop
    private boolean pause() throws InterruptedException {
        return stop.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void welcome(DemoFolder folder, Program hub, Ports ports, Watched hubRun, Watched gate)
            throws IOException, InterruptedException, DemoFailure {
        String printed = hub.run(List.of("sign-in", "--data", text(folder.hub())));
        Matcher link = LINK.matcher(printed);
        say(
                words.welcome(
                        link.find() ? link.group() : "http://127.0.0.1:" + ports.board() + "/",
                        folder.root(),
                        Math.round(MINUTES_A_DAY / options.speed()),
                        hubRun.processId(),
                        gate.processId()));
    }

    private void watch(DemoFolder folder, Watched hub, Watched gate)
            throws IOException, DemoFailure, InterruptedException {
        Duration lasts = options.lasts();
        long until = lasts == null ? Long.MAX_VALUE : System.nanoTime() + lasts.toNanos();
        while (System.nanoTime() < until && !pause()) {
            tell(hub);
            tell(gate);
            tellDeeds(folder, gate);
        }
    }

    private void tell(Watched program) throws IOException, DemoFailure {
        if (isStopping()) {
            return;
        }
        switch (program.look()) {
            case DIED -> say(words.died(program.program().name(), Watched.DOWN));
            case STARTED_AGAIN -> say(words.startedAgain(program.program().name()));
            case NONE -> {}
        }
    }

    private void tellDeeds(DemoFolder folder, Watched gate) throws InterruptedException {
        if (!gate.isAlive()) {
            lastDeed = 0;
            return;
        }
        try (RestClient face = new RestClient(RestClient.portIn(folder.gate()))) {
            for (DeedLog.DeedView deed : face.deedsAfter(lastDeed)) {
                lastDeed = deed.number();
                say(words.deed(deed));
            }
        } catch (IOException e) {
            // The gate is on its way down or up; the next look tells what was missed.
            lastDeed = Math.max(lastDeed, 0);
        }
    }
}
