package org.menfang.sim.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.menfang.json.JsonTree;
import org.menfang.sim.demo.DemoFailure;
import org.menfang.sim.demo.DemoSetUp;
import org.menfang.sim.demo.Program;
import org.menfang.sim.people.Habit;
import org.menfang.sim.people.Person;
import org.menfang.sim.people.Population;
import org.menfang.sim.rest.RestClient;
import org.menfang.sim.rest.RestFace;
import org.menfang.site.CardFormat;
import org.menfang.site.ReaderPlan;

/// How long the programs take from the start of the process to their work, and how much memory of
/// the machine they hold after many openings.
///
/// An opening is a card of a resident at a simulated reader, by the REST face, that the gate grants
/// and releases the lock for; it is written, sent, stored and shown as any other. The leaf is left
/// alone, since people would need hours for so many.
final class StartBench {
    private static final String DOOR = "north-gate";
    private static final String READER = "north-reader";
    private static final Duration STORED_WAIT_MAX = Duration.ofMinutes(5);

    /// Longer than a gate waits for an acknowledgement before it sends again.
    private static final Duration QUIET = Duration.ofSeconds(12);

    private static final double BYTES_A_MEBIBYTE = 1 << 20;

    private final Stage stage;
    private final Path siteFile;
    private final int openings;
    private final PrintStream err;
    private final List<Figure> figures = new ArrayList<>();

    StartBench(Stage stage, Path siteFile, int openings, PrintStream err) {
        this.stage = stage;
        this.siteFile = siteFile;
        this.openings = openings;
        this.err = err;
    }

    List<Figure> run() throws IOException, InterruptedException, SQLException, DemoFailure {
        DemoSetUp setUp = stage.install(siteFile);
        setUp.importPeople();
        setUp.importRules();
        long begun = System.nanoTime();
        Process hub = stage.startHub(setUp);
        tell("hub: process start to ready", System.nanoTime() - begun);
        String code = setUp.enrolmentCode();
        begun = System.nanoTime();
        Process gate =
                stage.start(
                        setUp.gateProgram(),
                        List.of("menfang.sim.people=no", "menfang.sim.speed=1"),
                        setUp.gateArguments(code));
        Path port = setUp.folder().gate().resolve(RestFace.PORT_FILE);
        Stage.await("the gate", () -> Files.isReadable(port) && Files.size(port) > 0);
        try (RestClient hands = new RestClient(RestClient.portIn(setUp.folder().gate()))) {
            passFirst(hands);
            tell("gate: process start to the first card granted", System.nanoTime() - begun);
            tellMemory("after its start", hub, gate);
            passMany(setUp, hands);
        }
        return finish(setUp, hub, gate);
    }

    private List<Figure> finish(DemoSetUp setUp, Process hub, Process gate)
            throws IOException, InterruptedException, SQLException, DemoFailure {
        awaitStored(setUp);
        tellMemory("after %,d openings".formatted(openings), hub, gate);
        Program.stop(gate);
        Program.stop(hub);
        long granted = StoredCopy.countOf(setUp.folder().hub().resolve("hub.db"), "access-granted");
        figures.add(Figure.told("cards granted, as the hub stored them", "%,d".formatted(granted)));
        figures.add(Figure.told("hub ran with " + settings(setUp.hubProgram()), ""));
        figures.add(Figure.told("gate ran with " + settings(setUp.gateProgram()), ""));
        return figures;
    }

    /// Shows a card until the lock is released: what is shown before the gate listens is lost.
    private static void passFirst(RestClient hands) throws IOException, InterruptedException {
        JsonTree card = card(residents().getFirst());
        Stage.await(
                "the first card to be granted",
                () -> {
                    hands.act("readers/" + READER + "/card", card);
                    return !DoorLook.isLocked(hands, DOOR);
                });
    }

    private void passMany(DemoSetUp setUp, RestClient hands)
            throws IOException, InterruptedException {
        List<JsonTree> cards = residents().stream().map(StartBench::card).toList();
        List<ReaderPlan> readers =
                setUp.site().readers().stream()
                        .filter(reader -> reader.format().equals(CardFormat.WIEGAND_26))
                        .toList();
        Progress progress = new Progress(err, "openings", openings);
        for (int i = 0; i < openings; i++) {
            // A reader that reads one card twice in a row has read it once.
            ReaderPlan reader = readers.get(i % readers.size());
            JsonTree card = cards.get(i / readers.size() % cards.size());
            if (!hands.act("readers/" + reader.id() + "/card", card).ok()) {
                throw new IOException("no card can be shown at " + reader.id());
            }
            progress.at(i + 1);
        }
    }

    private void awaitStored(DemoSetUp setUp)
            throws IOException, InterruptedException, DemoFailure {
        try (BoardVisitor visitor = new BoardVisitor(setUp.signInLink().orElseThrow())) {
            long[] newest = {-1, System.nanoTime()};
            Stage.await(
                    "the hub to store the openings",
                    STORED_WAIT_MAX,
                    () -> {
                        long now = visitor.newestEvent();
                        if (now != newest[0]) {
                            newest[0] = now;
                            newest[1] = System.nanoTime();
                        }
                        // The gate joins its hub in its own time; before that all is quiet, too.
                        return now > 0 && System.nanoTime() - newest[1] > QUIET.toNanos();
                    });
        }
    }

    private static List<Person> residents() {
        return Population.of(Stage.SEED).stream()
                .filter(person -> person.habit() == Habit.ELDER || person.habit() == Habit.WORKER)
                .toList();
    }

    private static JsonTree card(Person person) {
        return JsonTree.object()
                .put("facility", person.card().facility())
                .put("number", person.card().number())
                .build();
    }

    private void tell(String what, long nanos) {
        figures.add(Figure.told(what, Figure.millis(nanos)));
    }

    private void tellMemory(String when, Process hub, Process gate) throws IOException {
        figures.add(Figure.told("hub: resident memory " + when, mebibytes(hub)));
        figures.add(Figure.told("gate: resident memory " + when, mebibytes(gate)));
    }

    private static String mebibytes(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return "%,.0f MiB"
                .formatted(ResidentMemory.bytes(Files.readString(status)) / BYTES_A_MEBIBYTE);
    }

    private static String settings(Program program) {
        return String.join(" ", program.settings());
    }
}
