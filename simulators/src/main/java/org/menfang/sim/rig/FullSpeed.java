package org.menfang.sim.rig;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.menfang.gate.CardBits;
import org.menfang.gate.Key;
import org.menfang.gate.gpio.LinuxGpioChip;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.wiegand.FrameCounts;
import org.menfang.gate.wiegand.WiegandReaders;
import org.menfang.sim.device.Card;
import org.menfang.site.CardFormat;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.PointRole;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;
import org.menfang.vocabulary.ReaderId;

/// Four readers on the wires of the guest that send cards all at once, through the adapter that the
/// gate uses, and what becomes of each card. Runs in the guest.
public final class FullSpeed implements AutoCloseable {
    /// A pulse, and the time from one to the next, of usual readers.
    public static final Pace USUAL = new Pace(50, 950);

    /// The same of the quickest readers that there are.
    public static final Pace QUICKEST = new Pace(50, 200);

    private static final int FACILITY_MAX = 200;
    private static final int SPREAD = 40_503;
    private static final Duration OUTCOME_WAIT_MAX = Duration.ofSeconds(5);
    private static final Duration QUIET = Duration.ofMillis(100);
    private static final Duration LOOK_EVERY = Duration.ofMillis(2);

    private final Path hands;
    private final OutsideWires wires = OutsideWires.ofThisGuest();
    private final Site site;
    private final LinuxGpioChip chip;
    private final WiegandReaders readers;
    private final Map<ReaderId, List<CardBits>> told = new ConcurrentHashMap<>();
    private int cards;

    /// How fast bits are sent.
    ///
    /// @param pulseMicros how long a wire is drawn down for a bit
    /// @param gapMicros how long it rests then
    public record Pace(long pulseMicros, long gapMicros) {}

    /// What became of cards.
    ///
    /// @param accepted told as they were sent
    /// @param refused not told, and counted as refused or told as something that is no such card
    /// @param lost neither
    public record Tally(long sent, long accepted, long refused, long lost) {
        Tally plus(Tally other) {
            return new Tally(
                    sent + other.sent,
                    accepted + other.accepted,
                    refused + other.refused,
                    lost + other.lost);
        }
    }

    private FullSpeed(Path hands, Site site, LinuxGpioChip chip) {
        this.hands = hands;
        this.site = site;
        this.chip = chip;
        site.readers()
                .forEach(reader -> {
                    told.put(reader.id(), new ArrayList<>());
                    wires.pull(line(reader.id(), PointRole.D0), true);
                    wires.pull(line(reader.id(), PointRole.D1), true);
                });
        readers = WiegandReaders.connect(site, site.readers(), chip, new Listener());
    }

    /// @param hands the built program that sends
    /// @param folder for a file of its own
    public static FullSpeed open(Path hands, Path folder) throws IOException {
        Site site =
                switch (SiteFiles.check(siteFile(folder))) {
                    case SiteCheck.Good good -> good.site();
                    case SiteCheck.Bad bad -> throw new IOException("no site: " + bad.faults());
                };
        LinuxGpioChip chip = LinuxGpioChip.open(Set.of(OutsideWires.LABEL), line -> "line " + line);
        return new FullSpeed(hands, site, chip);
    }

    /// The site file of a gate with one door and these readers, as a file.
    public static Path siteFile(Path folder) throws IOException {
        Path file = folder.resolve("four-readers.yaml");
        try (InputStream text = FullSpeed.class.getResourceAsStream("site.yaml")) {
            Files.write(file, Objects.requireNonNull(text).readAllBytes());
        }
        return file;
    }

    /// The program of the guest: prints what became of cards, sent at each pace.
    ///
    /// @param arguments the program that sends, a folder, and how often all readers send
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (FullSpeed speed = open(Path.of(arguments[0]), Path.of(arguments[1]))) {
            int rounds = Integer.parseInt(arguments[2]);
            for (Pace pace : List.of(USUAL, QUICKEST)) {
                Tally tally = speed.send(pace, rounds);
                System.out.printf(
                        "tally %d %d %d %d%n",
                        tally.sent(), tally.accepted(), tally.refused(), tally.lost());
            }
        }
    }

    /// Lets all readers send a card at once, again and again, each time another one.
    public Tally send(Pace pace, int rounds) throws IOException, InterruptedException {
        Tally all = new Tally(0, 0, 0, 0);
        for (int i = 0; i < rounds; i++) {
            all = all.plus(send(pace));
        }
        return all;
    }

    private Tally send(Pace pace) throws IOException, InterruptedException {
        Map<ReaderId, CardBits> sent = new ConcurrentHashMap<>();
        Map<ReaderId, FrameCounts> before = new ConcurrentHashMap<>();
        List<String> command = new ArrayList<>();
        command.add(hands.toString());
        command.add(wires.folder().toString());
        command.add(Long.toString(pace.pulseMicros()));
        command.add(Long.toString(pace.gapMicros()));
        told.values().forEach(FullSpeed::clear);
        site.readers()
                .forEach(reader -> {
                    CardBits card = next();
                    sent.put(reader.id(), card);
                    before.put(reader.id(), readers.counts(reader.id()));
                    command.add(
                            "%d,%d,%s"
                                    .formatted(
                                            line(reader.id(), PointRole.D0),
                                            line(reader.id(), PointRole.D1),
                                            card.bits()));
                });
        Process process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException("the readers did not send");
        }
        awaitOutcomes(before);
        return tally(sent, before);
    }

    /// A frame that was torn in two has two outcomes: what is still to come is waited for.
    private void awaitOutcomes(Map<ReaderId, FrameCounts> before) {
        long until = System.nanoTime() + OUTCOME_WAIT_MAX.toNanos();
        while (System.nanoTime() < until
                && before.entrySet().stream().anyMatch(each -> !hasOutcome(each))) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        long quiet = System.nanoTime() + QUIET.toNanos();
        while (System.nanoTime() < quiet) {
            LockSupport.parkNanos(quiet - System.nanoTime());
        }
    }

    private boolean hasOutcome(Map.Entry<ReaderId, FrameCounts> before) {
        return !readers.counts(before.getKey()).equals(before.getValue());
    }

    private Tally tally(Map<ReaderId, CardBits> sent, Map<ReaderId, FrameCounts> before) {
        long accepted = 0;
        long refused = 0;
        for (Map.Entry<ReaderId, FrameCounts> each : before.entrySet()) {
            if (List.of(sent.get(each.getKey())).equals(told(each.getKey()))) {
                accepted++;
            } else if (hasOutcome(each)) {
                refused++;
            }
        }
        return new Tally(sent.size(), accepted, refused, sent.size() - accepted - refused);
    }

    private List<CardBits> told(ReaderId reader) {
        List<CardBits> cardsOfReader = Objects.requireNonNull(told.get(reader));
        synchronized (cardsOfReader) {
            return List.copyOf(cardsOfReader);
        }
    }

    private static void clear(List<CardBits> cardsOfReader) {
        synchronized (cardsOfReader) {
            cardsOfReader.clear();
        }
    }

    private CardBits next() {
        int number = cards * SPREAD & Card.NUMBER_MAX;
        int facility = cards % FACILITY_MAX;
        cards++;
        return new Card(facility, number).bits(CardFormat.WIEGAND_26);
    }

    private int line(ReaderId reader, PointRole role) {
        return site.pin(PointName.of(reader, role)).map(PinPlan::line).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        readers.close();
        chip.close();
    }

    private final class Listener implements ReaderListener {
        @Override
        public void onCard(ReaderId reader, CardBits bits) {
            List<CardBits> cardsOfReader = Objects.requireNonNull(told.get(reader));
            synchronized (cardsOfReader) {
                cardsOfReader.add(bits);
            }
        }

        @Override
        public void onKey(ReaderId reader, Key key) {
            throw new IllegalStateException("no reader has keys");
        }

        @Override
        public void onText(ReaderId reader, String text) {
            throw new IllegalStateException("no reader reads codes");
        }
    }
}
