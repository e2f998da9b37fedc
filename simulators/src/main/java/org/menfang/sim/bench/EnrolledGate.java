package org.menfang.sim.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.menfang.sim.demo.DemoFailure;
import org.menfang.sim.demo.DemoSetUp;
import org.menfang.sim.demo.Program;
import org.menfang.sim.hardware.HeldCardsProvider;
import org.menfang.sim.people.Habit;
import org.menfang.sim.people.Person;
import org.menfang.sim.people.Population;
import org.menfang.site.CardFormat;
import org.menfang.site.ReaderPlan;

/// A gate without cameras that has joined its running hub, and whose cards are those of its
/// residents.
///
/// @param cards the file of the cards that are held at its readers
record EnrolledGate(DemoSetUp setUp, Path cards) {
    private static final Duration ANSWER_WAIT_MAX = Duration.ofMinutes(15);

    /// Installs the hub and the gate, starts the hub, and lets the gate join it once.
    static EnrolledGate install(Stage stage, Path siteFile, PackagedGate program)
            throws IOException, InterruptedException, DemoFailure {
        EnrolledGate gate = withoutJoining(stage, siteFile);
        stage.startHub(gate.setUp);
        gate.join(stage, program);
        return gate;
    }

    /// Installs both and starts neither.
    static EnrolledGate withoutJoining(Stage stage, Path siteFile)
            throws IOException, InterruptedException, DemoFailure {
        Path site = stage.root().resolve("site-without-cameras.yaml");
        Files.write(site, withoutCameras(Files.readAllLines(siteFile)));
        DemoSetUp setUp = stage.install(site);
        setUp.importPeople();
        setUp.importRules();
        Path cards = stage.root().resolve("cards");
        Files.write(cards, cards(setUp));
        return new EnrolledGate(setUp, cards);
    }

    private static List<String> withoutCameras(List<String> site) {
        List<String> kept = new ArrayList<>();
        boolean inCameras = false;
        for (String line : site) {
            inCameras = line.startsWith("cameras:") || (inCameras && line.startsWith(" "));
            if (!inCameras) {
                kept.add(line);
            }
        }
        return kept;
    }

    /// Lets it join its running hub.
    void join(Stage stage, PackagedGate program)
            throws IOException, InterruptedException, DemoFailure {
        Process process = stage.own(program.run(cards, 1, arguments(true), log()));
        try (BoardVisitor visitor = new BoardVisitor(setUp.signInLink().orElseThrow())) {
            Stage.await("the gate to join the hub", () -> visitor.newestEvent() > 0);
        }
        Program.stop(process);
    }

    /// Starts it, and answers once a lock has moved for the first card, or all cards were held.
    ///
    /// @param times how often a card is held
    Process start(Stage stage, PackagedGate program, int times)
            throws IOException, InterruptedException, DemoFailure {
        Process process = stage.own(program.run(cards, times, arguments(false), log()));
        String awaited = times == 1 ? HeldCardsProvider.MOVED : HeldCardsProvider.DONE;
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        try {
            boolean heard =
                    CompletableFuture.supplyAsync(() -> said.lines().anyMatch(awaited::equals))
                            .get(ANSWER_WAIT_MAX.toSeconds(), TimeUnit.SECONDS);
            if (heard) {
                return process;
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the gate did not say that " + awaited, e);
        }
        throw new IOException("the gate ended: " + Files.readString(log(), UTF_8));
    }

    private List<String> arguments(boolean joining)
            throws IOException, InterruptedException, DemoFailure {
        List<String> arguments =
                new ArrayList<>(setUp.gateArguments(joining ? setUp.enrolmentCode() : null));
        int hardware = arguments.indexOf("--hardware");
        arguments.subList(hardware, hardware + 2).clear();
        return arguments;
    }

    private Path log() {
        return setUp.folder().logs().resolve("packaged-gate.log");
    }

    /// Each resident, where neither a PIN nor a second person is asked for. A reader that reads one
    /// card twice in a row has read it once.
    private static List<String> cards(DemoSetUp setUp) {
        List<ReaderPlan> readers =
                setUp.site().readers().stream()
                        .filter(reader ->
                                reader.format().equals(CardFormat.WIEGAND_26)
                                        && reader.codes()
                                        && !reader.keypad())
                        .toList();
        List<String> lines = new ArrayList<>();
        for (Person person : residents()) {
            for (ReaderPlan reader : readers) {
                lines.add(reader.id() + " " + person.card().bits(reader.format()).bits());
            }
        }
        return lines;
    }

    private static List<Person> residents() {
        return Population.of(Stage.SEED).stream()
                .filter(person -> person.habit() == Habit.ELDER || person.habit() == Habit.WORKER)
                .toList();
    }
}
