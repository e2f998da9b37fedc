package org.menfang.sim.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import org.menfang.json.JsonTree;
import org.menfang.sim.demo.DemoFailure;
import org.menfang.sim.demo.DemoSetUp;
import org.menfang.sim.people.Habit;
import org.menfang.sim.people.Person;
import org.menfang.sim.people.Population;
import org.menfang.sim.rest.RestClient;
import org.menfang.sim.rest.RestFace;

/// A gate and a hub that run for long while people come and go quickly; what they hold of the
/// machine, and how long a card waits, is written down again and again.
///
/// A card is timed from the reader to the lock that has moved, by the simulated devices' own face,
/// whenever the door is locked; so people at the same door spoil no figure.
final class Soak {
    private static final String DOOR = "south-gate";
    private static final String READER = "south-reader";
    private static final Duration CARD_EVERY = Duration.ofSeconds(1);
    private static final Duration ANSWER_WAIT_MAX = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(1);
    private static final int ROWS = 24;
    private static final double SECONDS_AN_HOUR = 3_600;

    /// What counts as growth. Memory of a JVM breathes; threads and handles do not.
    private static final Map<String, Watched> WATCHED = watched();

    private record Watched(Growth growth, ToDoubleFunction<SoakRow> value) {}

    private final Stage stage;
    private final Path siteFile;
    private final double hours;
    private final int speed;
    private final PrintWriter out;
    private final List<SoakRow> rows = new ArrayList<>();
    private final List<JsonTree> cards =
            Population.of(Stage.SEED).stream()
                    .filter(person -> person.habit() == Habit.ELDER)
                    .map(Soak::card)
                    .toList();
    private int shown;

    /// @param hours of the simulated days
    /// @param speed seconds of the day in one second
    Soak(Stage stage, Path siteFile, double hours, int speed, PrintWriter out) {
        this.stage = stage;
        this.siteFile = siteFile;
        this.hours = hours;
        this.speed = speed;
        this.out = out;
    }

    private static Map<String, Watched> watched() {
        Growth memory = new Growth(10, 16);
        Growth count = new Growth(5, 3);
        Map<String, Watched> all = new LinkedHashMap<>();
        all.put("memory of the gate", new Watched(memory, SoakRow::gateMebibytes));
        all.put("threads of the gate", new Watched(count, row -> row.gate().threads()));
        all.put("handles of the gate", new Watched(count, row -> row.gate().handles()));
        all.put("memory of the hub", new Watched(memory, SoakRow::hubMebibytes));
        all.put("threads of the hub", new Watched(count, row -> row.hub().threads()));
        all.put("handles of the hub", new Watched(count, row -> row.hub().handles()));
        all.put("time of a card", new Watched(new Growth(100, 20), SoakRow::grantMillis));
        return all;
    }

    /// Runs for all the hours.
    ///
    /// @return what grew
    List<String> run() throws IOException, InterruptedException, DemoFailure {
        DemoSetUp setUp = stage.install(siteFile);
        setUp.importPeople();
        setUp.importRules();
        Process hub = stage.startHub(setUp);
        Process gate =
                stage.start(
                        setUp.gateProgram(),
                        List.of("menfang.sim.people=yes", "menfang.sim.speed=" + speed),
                        setUp.gateArguments(setUp.enrolmentCode()));
        Path port = setUp.folder().gate().resolve(RestFace.PORT_FILE);
        Stage.await("the gate", () -> Files.isReadable(port) && Files.size(port) > 0);
        out.println(SoakRow.head());
        try (RestClient hands = new RestClient(RestClient.portIn(setUp.folder().gate()))) {
            long began = System.nanoTime();
            for (int row = 1; row <= ROWS; row++) {
                long until = began + Math.round(hours * SECONDS_AN_HOUR / speed * 1e9 * row / ROWS);
                write(row * hours / ROWS, gate, hub, showCards(hands, until));
            }
        }
        return WATCHED.entrySet().stream()
                .filter(each -> hasGrown(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean hasGrown(Watched watched) {
        return watched.growth()
                .isSeenIn(rows.stream().map(row -> watched.value().applyAsDouble(row)).toList());
    }

    private void write(double passed, Process gate, Process hub, List<Long> waited)
            throws IOException {
        SoakRow row =
                new SoakRow(
                        passed,
                        ProcessSample.of(gate.pid()),
                        ProcessSample.of(hub.pid()),
                        slowestButOnePercent(waited),
                        waited.size());
        rows.add(row);
        out.println(row);
    }

    private static long slowestButOnePercent(List<Long> waited) {
        return waited.isEmpty()
                ? 0
                : waited.stream()
                        .sorted()
                        .skip(waited.size() * 99L / 100)
                        .findFirst()
                        .orElseThrow();
    }

    private List<Long> showCards(RestClient hands, long until)
            throws IOException, InterruptedException {
        List<Long> waited = new ArrayList<>();
        while (System.nanoTime() < until) {
            if (DoorLook.isLocked(hands, DOOR)) {
                long asked = System.nanoTime();
                hands.act("readers/" + READER + "/card", cards.get(shown++ % cards.size()));
                if (isReleasedSoon(hands, asked)) {
                    waited.add(System.nanoTime() - asked);
                }
            }
            LockSupport.parkNanos(CARD_EVERY.toNanos());
        }
        return waited;
    }

    /// A door that a lockdown closes at that moment stays locked: that is no grant.
    private static boolean isReleasedSoon(RestClient hands, long asked)
            throws IOException, InterruptedException {
        while (DoorLook.isLocked(hands, DOOR)) {
            if (System.nanoTime() - asked > ANSWER_WAIT_MAX.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return true;
    }

    private static JsonTree card(Person person) {
        return JsonTree.object()
                .put("facility", person.card().facility())
                .put("number", person.card().number())
                .build();
    }
}
