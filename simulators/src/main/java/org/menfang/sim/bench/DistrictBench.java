package org.menfang.sim.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.menfang.hub.codes.Codes;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.sim.demo.DemoFailure;
import org.menfang.sim.demo.DemoSetUp;
import org.menfang.site.HubAddress;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// A neighbourhood of many gates that all talk at the same time, while pages are open: whether the
/// hub keeps everything, and how long it takes until a page is told.
///
/// The hub is its program in a process of its own, with its broker inside, over TLS. The gates and
/// the pages live in this process, beside it: on two processors they take time from the hub.
final class DistrictBench {
    private static final int EVENTS_A_SECOND = 10;
    private static final int PAGES = 30;
    private static final Duration HELD_WAIT_MAX = Duration.ofMinutes(3);
    private static final Duration UP_WAIT_MAX = Duration.ofMinutes(3);
    private static final Duration PAGES_WAIT = Duration.ofSeconds(3);
    private static final long TOLD_MILLIS_MAX = 1_000;

    private final Stage stage;
    private final Path siteFile;
    private final int count;
    private final Duration length;
    private final PrintStream err;

    DistrictBench(Stage stage, Path siteFile, int gates, Duration length, PrintStream err) {
        this.stage = stage;
        this.siteFile = siteFile;
        this.count = gates;
        this.length = length;
        this.err = err;
    }

    List<Figure> run() throws IOException, InterruptedException, DemoFailure {
        DemoSetUp setUp = stage.install(siteFile);
        stage.startHub(setUp);
        List<ChattingGate> gates = new ArrayList<>();
        List<ListeningPage> pages = new ArrayList<>();
        try (BoardVisitor visitor = new BoardVisitor(setUp.signInLink().orElseThrow())) {
            return measure(setUp, visitor, gates, pages);
        }
    }

    private List<Figure> measure(
            DemoSetUp setUp,
            BoardVisitor visitor,
            List<ChattingGate> gates,
            List<ListeningPage> pages)
            throws IOException, InterruptedException {
        try {
            join(setUp, gates);
            for (int i = 0; i < PAGES; i++) {
                pages.add(visitor.listen());
            }
            talk(gates, pages);
            Stage.await(
                    "the hub to hold everything",
                    HELD_WAIT_MAX,
                    () -> gates.stream().allMatch(ChattingGate::isHeld));
            Thread.sleep(PAGES_WAIT);
            return figures(gates, pages);
        } finally {
            // The visitor's client does not close while a page is open.
            pages.forEach(ListeningPage::close);
            gates.forEach(ChattingGate::close);
        }
    }

    private void join(DemoSetUp setUp, List<ChattingGate> gates)
            throws IOException, InterruptedException {
        Path data = setUp.folder().hub();
        Sha256 authority = authority(data);
        Codes codes = Codes.open(data.resolve("codes"), Clock.systemUTC());
        HubAddress hub = LateLink.hub(setUp.site());
        Progress progress = new Progress(err, "gates joined", count);
        for (int i = 1; i <= count; i++) {
            GateIdentity name = new GateIdentity(setUp.site().compound(), new GateId("gate-" + i));
            String code = codes.makeEnrolment(name, authority, Codes.ENROLMENT_LIFE).orElseThrow();
            Path keys = stage.root().resolve("gates").resolve(name.gate().value());
            gates.add(ChattingGate.join(hub, name, code, Files.createDirectories(keys)));
            progress.at(i);
        }
        Stage.await("all links", UP_WAIT_MAX, () -> gates.stream().allMatch(ChattingGate::isUp));
    }

    private static Sha256 authority(Path data) throws IOException {
        return switch (Json.parse(Files.readAllBytes(data.resolve("run/hub.json")))
                .then(tree -> tree.field("authority", Sha256.class))) {
            case Parsed.Read<Sha256>(Sha256 read) -> read;
            case Parsed.Malformed<Sha256>(String why) -> throw new IOException(why);
        };
    }

    /// Each gate at a pace of its own, so that their events are spread over every second.
    private void talk(List<ChattingGate> gates, List<ListeningPage> pages)
            throws InterruptedException {
        pages.forEach(ListeningPage::begin);
        long pauseNanos = TimeUnit.SECONDS.toNanos(1) / EVENTS_A_SECOND;
        try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(2)) {
            List<ScheduledFuture<?>> talking = new ArrayList<>();
            for (int i = 0; i < gates.size(); i++) {
                talking.add(
                        clock.scheduleAtFixedRate(
                                gates.get(i)::happen,
                                pauseNanos * i / gates.size(),
                                pauseNanos,
                                TimeUnit.NANOSECONDS));
            }
            Thread.sleep(length);
            if (talking.stream().anyMatch(ScheduledFuture::isDone)) {
                throw new IllegalStateException("a gate fell silent");
            }
        }
    }

    private List<Figure> figures(List<ChattingGate> gates, List<ListeningPage> pages) {
        long said = gates.stream().mapToLong(ChattingGate::said).sum();
        Histogram all = new Histogram(3);
        pages.forEach(page -> page.addTo(all));
        double share = (double) all.getTotalCount() / (said * pages.size());
        long p99 = TimeUnit.MILLISECONDS.toNanos(all.getValueAtPercentile(99));
        String what = "%d gates, %,d events, %d pages".formatted(count, said, pages.size());
        return List.of(
                Figure.told("stored and acknowledged, each once and in order: " + what, "all"),
                Figure.above(
                        "events a second",
                        said / (double) length.toSeconds(),
                        0.99 * count * EVENTS_A_SECOND),
                Figure.told(
                        "median from the event to a page", all.getValueAtPercentile(50) + " ms"),
                Figure.quickerThan(
                        "p99 from the event to a page",
                        p99,
                        TimeUnit.MILLISECONDS.toNanos(TOLD_MILLIS_MAX)),
                Figure.told(
                        "told one by one (who falls behind gets the newest instead)",
                        "%.3f".formatted(share)));
    }
}
