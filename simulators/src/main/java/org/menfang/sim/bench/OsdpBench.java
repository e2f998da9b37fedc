package org.menfang.sim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.menfang.gate.CardBits;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.osdp.KeyFolder;
import org.menfang.gate.osdp.OsdpLine;
import org.menfang.gate.osdp.OsdpReaders;
import org.menfang.gate.osdp.OsdpTimings;
import org.menfang.sim.osdp.LiveOsdpLine;
import org.menfang.sim.osdp.PdIdentity;
import org.menfang.sim.osdp.PdParts;
import org.menfang.sim.osdp.PdPlan;
import org.menfang.sim.osdp.PdSecurity;
import org.menfang.sim.osdp.PtyPair;
import org.menfang.sim.osdp.SimulatedOsdpLine;
import org.menfang.sim.osdp.SimulatedPd;
import org.menfang.sim.osdp.TerminalLine;
import org.menfang.sim.time.Chance;
import org.menfang.vocabulary.ReaderId;

/// How often the panel asks each of several OSDP readers on one line, all in secure channels, and
/// how long a card is on its way.
final class OsdpBench {
    private static final int READERS = 8;
    private static final int CARDS = 200;
    private static final int BAUD = 115_200;
    private static final int RANDOM_BYTES = 8;
    private static final Duration REACH = OsdpTimings.STANDARD.pollEvery();
    private static final Duration CARD_WAIT_MAX = Duration.ofSeconds(5);

    private final Path folder;
    private final Duration lasting;
    private final Supplier<MonotonicTime> clock = LiveOsdpLine.clock();
    private final List<SimulatedPd> pds = new ArrayList<>();
    private final CardWatch cards = new CardWatch();

    /// @param lasting how long polls are counted
    OsdpBench(Path folder, Duration lasting) {
        this.folder = folder;
        this.lasting = lasting;
        for (int address = 0; address < READERS; address++) {
            Chance chance = Chance.of(Stage.SEED, "osdp reader " + address);
            PdPlan plan =
                    new PdPlan(
                            address,
                            BAUD,
                            PdIdentity.numbered(address + 1),
                            PdParts.USUAL,
                            new PdSecurity.Install());
            pds.add(new SimulatedPd(plan, clock, () -> chance.bytes(RANDOM_BYTES)));
        }
    }

    List<Figure> run() throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(run("as fast as it goes", OptionalInt.empty()));
        figures.addAll(run("at " + BAUD + " baud", OptionalInt.of(BAUD)));
        return figures;
    }

    private List<Figure> run(String how, OptionalInt speed)
            throws IOException, InterruptedException {
        SimulatedOsdpLine line = new SimulatedOsdpLine(pds, clock, Stage.SEED);
        speed.ifPresent(line::speed);
        PollWatch polls = new PollWatch(READERS);
        try (PtyPair pty = PtyPair.open(folder);
                LiveOsdpLine live =
                        LiveOsdpLine.start(
                                line, pty.readersEnd().in(), pty.readersEnd().out(), clock);
                OsdpReaders readers = connect(pty, polls);
                BareTimer bare = BareTimer.start(REACH)) {
            commission(readers);
            polls.begin();
            Histogram onTheWay = showCards(polls);
            if (!readers.areLive() || !live.isOpen()) {
                throw new IOException("the line of readers has ended");
            }
            return figures(how, polls.end(), onTheWay, bare.end());
        }
    }

    private OsdpReaders connect(PtyPair pty, PollWatch polls) throws IOException {
        List<OsdpLine.Place> places = new ArrayList<>();
        for (int address = 0; address < READERS; address++) {
            places.add(new OsdpLine.Place(id(address), address));
        }
        Path keys = Files.createDirectories(folder.resolve("osdp-keys"));
        return OsdpReaders.connect(
                List.of(
                        new OsdpLine(
                                "bench",
                                () -> polls.on(TerminalLine.open(pty.panelEnd())),
                                BAUD,
                                places)),
                new OsdpReaders.Parts(OsdpTimings.STANDARD, new KeyFolder(keys), cards));
    }

    /// The first time they get their keys; then they have them.
    private void commission(OsdpReaders readers) throws IOException, InterruptedException {
        for (int address = 0; address < READERS; address++) {
            if (pds.get(address).security() instanceof PdSecurity.Install) {
                Optional<String> refusal = readers.beginInstall(id(address), OptionalInt.empty());
                if (refusal.isPresent()) {
                    throw new IOException(refusal.orElseThrow());
                }
            }
        }
        Stage.await("all readers to be there", () -> areOnline(readers));
    }

    private static boolean areOnline(OsdpReaders readers) {
        for (int address = 0; address < READERS; address++) {
            if (!readers.status(id(address)).online()) {
                return false;
            }
        }
        return true;
    }

    /// One card after the other, spread over the time.
    private Histogram showCards(PollWatch polls) throws IOException, InterruptedException {
        Histogram onTheWay = new Histogram(3);
        Chance chance = Chance.of(Stage.SEED, "osdp cards");
        long end = System.nanoTime() + lasting.toNanos();
        for (int i = 0; i < CARDS || System.nanoTime() < end; i++) {
            polls.pause(lasting.dividedBy(CARDS).toNanos());
            int address = chance.below(READERS);
            CardBits card = new CardBits(Integer.toBinaryString(i | (1 << 25)));
            long shown = System.nanoTime();
            pds.get(address).present(card);
            onTheWay.recordValue(cards.await(id(address), card, CARD_WAIT_MAX) - shown);
        }
        return onTheWay;
    }

    private static List<Figure> figures(
            String how, Histogram polls, Histogram cards, Histogram bare) {
        String what =
                String.format(
                        "%d readers in secure channels, %s, from poll to poll, ", READERS, how);
        return List.of(
                Figure.quickerThan(
                        what + "median", polls.getValueAtPercentile(50), REACH.toNanos()),
                Figure.quickerThan(what + "p99", polls.getValueAtPercentile(99), REACH.toNanos()),
                Figure.told(
                        String.format("  the longest of %,d", polls.getTotalCount()),
                        Figure.millis(polls.getMaxValue())),
                Figure.told(
                        "  p99 of a bare timer on this machine meanwhile",
                        Figure.millis(bare.getValueAtPercentile(99))),
                Figure.told(
                        "  card shown to card heard, median",
                        Figure.millis(cards.getValueAtPercentile(50))),
                Figure.told(
                        String.format("  p99 of %,d", cards.getTotalCount()),
                        Figure.millis(cards.getValueAtPercentile(99))));
    }

    private static ReaderId id(int address) {
        return new ReaderId("reader-" + address);
    }
}
