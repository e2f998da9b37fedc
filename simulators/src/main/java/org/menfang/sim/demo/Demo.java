package org.menfang.sim.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.menfang.sim.hardware.SimulationOptions;
import org.menfang.sim.people.CommitteeRules;
import org.menfang.sim.rest.DeedLog;
import org.menfang.sim.rest.RestClient;
import org.menfang.sim.rest.RestFace;

/// A living compound on one machine: the hub and one gate, each a process of its own, with
/// simulated devices behind the gate.
public final class Demo {
    private static final Duration READY_WAIT_MAX = Duration.ofSeconds(90);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final double MINUTES_A_DAY = 24 * 60;

    private final DemoOptions options;
    private final PrintWriter out;
    private final DemoWords words;

    /// A Monday, so that every habit shows; the last one, so that passes of today are valid in it.
    private final LocalDateTime start =
            LocalDate.now(ZoneOffset.UTC)
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .atTime(SimulationOptions.DEFAULT_START.toLocalTime());

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
        CommitteeRules.Terms terms =
                new CommitteeRules.Terms(
                        1, start.toLocalDate(), options.seed(), options.speed(), List.of());
        DemoSetUp setUp = DemoSetUp.write(folder, ports, options.siteFile(), terms);
        say(words.preparing(folder.root()));
        setUp.importPeople();
        if (!setUp.rulesAreChangedOnPages()) {
            setUp.importRules();
        }
        Watched hub = new Watched(setUp.hubProgram(), List.of(), setUp.hubArguments());
        Watched gate = null;
        try {
            hub.start();
            say(words.startingHub());
            await(hub, new HubProbe(ports.board())::isReady);
            if (isStopping()) {
                return;
            }
            publishRules(setUp);
            gate = gate(setUp);
            gate.start();
            say(words.startingGate());
            Path port = folder.gate().resolve(RestFace.PORT_FILE);
            await(gate, () -> Files.isReadable(port));
            if (isStopping()) {
                return;
            }
            welcome(setUp, hub, gate);
            Thread office = furnishOffice(setUp);
            try {
                watch(folder, hub, gate);
            } finally {
                office.interrupt();
                office.join();
            }
        } finally {
            say(words.stopping());
            if (gate != null) {
                gate.stop();
            }
            hub.stop();
        }
    }

    private void publishRules(DemoSetUp setUp)
            throws IOException, InterruptedException, DemoFailure {
        if (setUp.rulesAreChangedOnPages()) {
            say(words.keptRules());
        } else {
            setUp.publishRules();
            say(words.publishedRules());
        }
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    /// The one who furnishes the office speaks, too.
    private synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    private Watched gate(DemoSetUp setUp) throws IOException, InterruptedException, DemoFailure {
        return new Watched(
                setUp.gateProgram(),
                List.of(
                        "menfang.sim.seed=" + options.seed(),
                        "menfang.sim.start=" + start,
                        "menfang.sim.speed=" + options.speed(),
                        "menfang.sim.people=yes"),
                setUp.gateArguments(setUp.enrolmentCode()));
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

    private void welcome(DemoSetUp setUp, Watched hub, Watched gate)
            throws IOException, InterruptedException, DemoFailure {
        String board = "http://127.0.0.1:" + setUp.ports().board() + "/";
        say(
                words.welcome(
                        setUp.signInLink().orElse(board),
                        setUp.folder().root(),
                        Math.round(MINUTES_A_DAY / options.speed()),
                        hub.processId(),
                        gate.processId()));
        say(words.ownPass(setUp.folder().root(), start.toLocalDate().minusDays(1)));
    }

    /// Beside the board, which does not wait for it.
    private Thread furnishOffice(DemoSetUp setUp) {
        return Thread.ofPlatform()
                .name("office")
                .start(() -> {
                    try {
                        OfficeSeed.furnish(setUp, this::pause, words, this::say);
                    } catch (InterruptedException e) {
                        // The demo ends; the next one goes on where this one stopped.
                        Thread.currentThread().interrupt();
                    }
                });
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
