package org.menfang.gate.osdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.menfang.gate.osdp.PanelStand.id;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.CardBits;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.ReaderFeedback;
import org.menfang.sim.osdp.LightColor;
import org.menfang.sim.osdp.LineTroubles;
import org.menfang.sim.osdp.LiveOsdpLine;
import org.menfang.sim.osdp.PdDeed;
import org.menfang.sim.osdp.PdPlan;
import org.menfang.sim.osdp.PdSecurity;
import org.menfang.sim.osdp.PtyPair;
import org.menfang.sim.osdp.SimulatedOsdpLine;
import org.menfang.sim.osdp.SimulatedPd;
import org.menfang.sim.osdp.TerminalLine;
import org.menfang.sim.time.Chance;

/// The panel with its own thread, over real pseudo-terminals, in real time.
@Timeout(120)
final class PanelOverTerminalsTest {
    private static final int READERS = 3;
    private static final int CARDS = 25;

    @TempDir Path folder;

    private final Heard heard = new Heard();
    private final List<SimulatedPd> pds = new ArrayList<>();
    private final Supplier<MonotonicTime> clock = LiveOsdpLine.clock();
    private final List<Running> running = new ArrayList<>();
    private SimulatedOsdpLine line = new SimulatedOsdpLine(List.of(), clock, 1);

    @BeforeEach
    void hang() {
        for (int address = 0; address < READERS; address++) {
            Chance chance = Chance.of(1, "reader " + address);
            pds.add(
                    new SimulatedPd(
                            PdPlan.usual(address, new PdSecurity.Install()),
                            clock,
                            () -> chance.bytes(8)));
        }
        line = new SimulatedOsdpLine(pds, clock, 1);
    }

    @AfterEach
    void end() {
        running.reversed().forEach(Running::close);
    }

    /// Something that is to be ended after the test.
    private record Running(Runnable end) {
        void close() {
            end.run();
        }
    }

    private OsdpReaders connect(PtyPair pty) throws IOException {
        LiveOsdpLine live =
                LiveOsdpLine.start(line, pty.readersEnd().in(), pty.readersEnd().out(), clock);
        List<OsdpLine.Place> places = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            places.add(new OsdpLine.Place(id(reader), reader));
        }
        OsdpReaders readers =
                OsdpReaders.connect(
                        List.of(
                                new OsdpLine(
                                        "terminal",
                                        () -> TerminalLine.open(pty.panelEnd()),
                                        PdPlan.BAUD,
                                        places)),
                        new OsdpReaders.Parts(
                                OsdpTimings.STANDARD,
                                new KeyFolder(folder.resolve("keys")),
                                heard));
        running.add(new Running(readers::close));
        running.add(new Running(live::close));
        return readers;
    }

    private OsdpReaders commissioned(PtyPair pty) throws Exception {
        OsdpReaders readers = connect(pty);
        for (int reader = 0; reader < READERS; reader++) {
            assertEquals(Optional.empty(), readers.beginInstall(id(reader), OptionalInt.empty()));
        }
        heard.await(() -> areAllOnline(readers));
        return readers;
    }

    private static boolean areAllOnline(OsdpReaders readers) {
        return IntStream.range(0, READERS).allMatch(reader -> readers.status(id(reader)).online());
    }

    @Test
    void readers_get_their_keys_and_deliver_cards_and_keys_once_and_in_order() throws Exception {
        try (PtyPair pty = PtyPair.open(folder)) {
            OsdpReaders readers = commissioned(pty);
            List<String> shown = new ArrayList<>();
            for (int i = 0; i < CARDS; i++) {
                CardBits card = card(i);
                pds.get(i % READERS).present(card);
                if (i % READERS == 1) {
                    shown.add(card.bits());
                }
            }
            pds.get(1).press("7#");
            shown.addAll(List.of("DIGIT_7", "ENTER"));
            heard.await(() -> heard.reads(id(1)).size() >= shown.size());
            assertEquals(shown, heard.reads(id(1)));
            for (SimulatedPd pd : pds) {
                assertInstanceOf(PdSecurity.Commissioned.class, pd.security());
            }
            assertTrue(readers.areLive());
        }
    }

    @Test
    void light_tamper_and_a_reader_unplugged_and_back() throws Exception {
        try (PtyPair pty = PtyPair.open(folder)) {
            OsdpReaders readers = commissioned(pty);
            BlockingQueue<PdDeed> told = new LinkedBlockingQueue<>();
            pds.get(2).watch(told::add);
            readers.show(id(2), ReaderFeedback.GRANTED);
            while (pds.get(2).light(0) != LightColor.GREEN) {
                told.take();
            }
            pds.get(0).tamper(true);
            heard.await(() -> readers.status(id(0)).tamper());
            pds.get(1).unplug();
            heard.await(() -> readers.status(id(1)).fault() == ReaderFault.SILENT);
            pds.get(1).plug();
            heard.await(() -> areAllOnline(readers));
            pds.get(1).present(card(1));
            heard.await(() -> heard.reads(id(1)).contains(card(1).bits()));
        }
    }

    @Test
    void under_noise_cards_come_once_and_in_order_and_none_is_wrong() throws Exception {
        try (PtyPair pty = PtyPair.open(folder)) {
            commissioned(pty);
            line.begin(LineTroubles.noise(4));
            List<String> shown = new ArrayList<>();
            for (int i = 0; i < CARDS; i++) {
                pds.get(0).present(card(i));
                shown.add(card(i).bits());
            }
            heard.await(() -> heard.reads(id(0)).size() >= CARDS);
            assertEquals(shown, heard.reads(id(0)));
        }
    }

    @Test
    void a_line_that_ends_and_comes_back_is_opened_again() throws Exception {
        PtyPair pty = PtyPair.open(folder);
        OsdpReaders readers = commissioned(pty);
        try (pty) {
            pty.cut();
            heard.await(() -> readers.status(id(0)).fault() == ReaderFault.LINE_GONE);
        }
        try (PtyPair again = PtyPair.open(folder)) {
            LiveOsdpLine live =
                    LiveOsdpLine.start(
                            line, again.readersEnd().in(), again.readersEnd().out(), clock);
            running.add(new Running(live::close));
            heard.await(() -> areAllOnline(readers));
            assertTrue(readers.areLive());
        }
    }

    private static CardBits card(int number) {
        return new CardBits(Integer.toBinaryString(number | (1 << 26)).substring(1));
    }
}
