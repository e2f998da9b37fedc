package org.menfang.gate.signs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.menfang.gate.CardBits;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.Key;
import org.menfang.gate.Memory;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.hardware.InMemoryGpioChip;
import org.menfang.gate.hardware.ReaderState;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.signs.GateSigns.HubSigns;
import org.menfang.gate.signs.GateSigns.RulesSigns;
import org.menfang.gate.signs.ReaderSigns.Delivered;
import org.menfang.gate.signs.ReaderSigns.Kind;
import org.menfang.site.PinPlan;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.ReaderId;

class ObservedInboxTest {
    private static final ReaderId READER = new ReaderId("north");

    private final AtomicLong nanos = new AtomicLong();
    private final List<Input> passed = new ArrayList<>();
    private final ObservedInbox inbox = new ObservedInbox(passed::add, nanos::get);

    @Test
    void everything_goes_on_to_whom_it_is_for() {
        Input card = new Input.CardRead(READER, new CardBits("0101"));
        inbox.offer(card);
        inbox.offer(new Input.LinkUp());
        assertEquals(List.of(card, new Input.LinkUp()), passed);
    }

    @Test
    void the_last_of_a_reader_is_remembered_and_nothing_of_keys_and_codes() {
        assertEquals(none(), inbox.reader(READER, Optional.empty()));
        inbox.offer(new Input.CardRead(READER, new CardBits("0101")));
        nanos.set(Duration.ofSeconds(7).toNanos());
        assertEquals(new Delivered(Kind.CARD, "0101", 7), last());
        inbox.offer(new Input.KeyPressed(READER, Key.ENTER));
        assertEquals(new Delivered(Kind.KEY, "", 0), last());
        inbox.offer(new Input.CodeRead(READER, "secret"));
        assertEquals(new Delivered(Kind.TEXT, "", 0), last());
        assertNull(inbox.reader(new ReaderId("south"), Optional.empty()).last());
    }

    @Test
    void a_reader_fails_and_recovers_and_is_opened() {
        inbox.offer(new Input.ReaderFailed(READER, "unplugged"));
        inbox.offer(new Input.ReaderTampered(READER, true));
        ReaderSigns signs = inbox.reader(READER, Optional.empty());
        assertEquals("unplugged", signs.trouble());
        assertEquals(true, signs.tamper());
        inbox.offer(new Input.ReaderRecovered(READER));
        inbox.offer(new Input.ReaderTampered(READER, false));
        assertEquals(none(), inbox.reader(READER, Optional.empty()));
    }

    @Test
    void what_the_hardware_says_stands_beside_it() {
        ReaderState open = new ReaderState.OnLine(READER, false, "SILENT", "a / b", true, false);
        ReaderSigns signs = inbox.readers(List.of(READER), List.of(open)).getFirst();
        assertEquals(open, signs.bus());
        assertEquals(true, signs.tamper());
    }

    @Test
    void the_link_and_what_waits_for_it_are_remembered() {
        inbox.begin(
                new JournalStart(1, 10, 3, 4, 3, null, Memory.EMPTY, List.of()),
                AccessTable.empty(site()));
        assertEquals(new HubSigns(false, "", false, 6, 0), inbox.hub());
        inbox.offer(new Input.LinkUp());
        inbox.offer(new Input.HubSeen(true));
        inbox.offer(new Input.AcknowledgementMatched(EventStream.EVENTS, 9));
        inbox.offer(new Input.AcknowledgementMatched(EventStream.EVENTS, 8));
        assertEquals(new HubSigns(true, "", true, 1, 0), inbox.hub());
        inbox.offer(new Input.LinkLost("no route"));
        assertEquals(new HubSigns(false, "no route", false, 1, 0), inbox.hub());
        assertEquals(10, inbox.lastEvent());
        assertEquals(new RulesSigns(0, 0), inbox.rules());
    }

    @Test
    void a_journal_that_fails_is_remembered_until_it_recovers() {
        inbox.offer(new Input.JournalFailed("no room"));
        assertEquals("no room", inbox.journalTrouble());
        inbox.offer(new Input.JournalRecovered());
        assertEquals("", inbox.journalTrouble());
    }

    @Test
    void the_lines_of_a_chip_are_seen_and_not_touched() {
        InMemoryGpioChip chip = new InMemoryGpioChip();
        ObservedChip observed = new ObservedChip("board", chip);
        observed.output(17, true).drive(false);
        observed.input(5, PinPlan.Pull.UP, Duration.ZERO, _ -> {});
        observed.timed(List.of(23, 24), PinPlan.Pull.UP, new Deaf());
        List<String> done = chip.log();
        assertEquals(
                List.of(
                        new LineSigns("board", 5, false, false, ""),
                        new LineSigns("board", 17, true, false, ""),
                        new LineSigns("board", 23, false, true, ""),
                        new LineSigns("board", 24, false, true, "")),
                observed.signs());
        assertEquals(done, chip.log());
    }

    @Test
    void a_line_in_trouble_says_why_until_it_is_well_again() {
        AtomicReference<GpioChip.EdgeListener> edges = new AtomicReference<>();
        List<String> heard = new ArrayList<>();
        ObservedChip observed =
                new ObservedChip(
                        "adc-1",
                        new GpioChip() {
                            @Override
                            public OutputLine output(int line, boolean initiallyHigh) {
                                throw new IllegalStateException("no outputs");
                            }

                            @Override
                            public InputLine input(
                                    int line,
                                    PinPlan.Pull pull,
                                    Duration debounce,
                                    EdgeListener listener) {
                                edges.set(listener);
                                return () -> true;
                            }
                        });
        observed.input(
                0,
                PinPlan.Pull.NONE,
                Duration.ZERO,
                new GpioChip.EdgeListener() {
                    @Override
                    public void onEdge(boolean high) {
                        heard.add("edge " + high);
                    }

                    @Override
                    public void onTrouble(String why) {
                        heard.add(why);
                    }
                });
        edges.get().onTrouble("it is cut");
        assertEquals(
                List.of(new LineSigns("adc-1", 0, false, null, "it is cut")), observed.signs());
        edges.get().onEdge(true);
        assertEquals(List.of(new LineSigns("adc-1", 0, false, true, "")), observed.signs());
        assertEquals(List.of("it is cut", "edge true"), heard);
    }

    private Delivered last() {
        Delivered last = inbox.reader(READER, Optional.empty()).last();
        if (last == null) {
            throw new AssertionError("nothing came");
        }
        return last;
    }

    private static ReaderSigns none() {
        return new ReaderSigns(READER, null, "", false, null, null);
    }

    private static Site site() {
        return switch (SiteFiles.check(Path.of("../../edge-config/sites/lane.yaml"))) {
            case SiteCheck.Good(Site good) -> good;
            case SiteCheck.Bad(var faults) -> throw new AssertionError(faults);
        };
    }

    private static final class Deaf implements GpioChip.TimedEdgeListener {
        @Override
        public void onEdge(int line, boolean high, long nanos) {}

        @Override
        public void onLost(long edges) {}
    }
}
