package org.menfang.gate.wiegand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.CardBits;
import org.menfang.gate.Key;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.hardware.InMemoryGpioChip;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.hardware.ReaderState;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;
import org.menfang.vocabulary.ReaderId;

class WiegandReadersTest {
    private static final String CARD = "10000001100011010001010111";
    private static final ReaderId OUTER = new ReaderId("lane-outer");
    private static final ReaderId INNER = new ReaderId("lane-inner");
    private static final int OUTER_D0 = 23;
    private static final int OUTER_D1 = 24;
    private static final int GREEN = 25;
    private static final int RED = 12;
    private static final int BUZZER = 13;
    private static final long MILLI = 1_000_000;

    private final InMemoryGpioChip chip = new InMemoryGpioChip();
    private final ScriptedLater gaps = new ScriptedLater();
    private final ScriptedLater lights = new ScriptedLater();
    private final Heard heard = new Heard();
    private final WiegandReaders readers = connect();

    @Test
    void both_lines_of_a_reader_are_taken_together_and_lights_are_off() {
        assertEquals(
                List.of(
                        "25 taken high",
                        "12 taken high",
                        "13 taken high",
                        "[23, 24] timed pull=UP",
                        "[20, 21] timed pull=UP"),
                chip.log());
    }

    @Test
    void a_card_is_told_once_its_gap_is_over() {
        long last = send(CARD, 5 * MILLI);
        gaps.runUntil(last + 29 * MILLI);
        assertEquals(List.of(), heard.all());
        gaps.runUntil(last + 30 * MILLI);
        assertEquals(List.of("lane-outer " + CARD), heard.all());
        assertEquals(new FrameCounts(1, 0, 0, 0, 0), readers.counts(OUTER));
        assertEquals(FrameCounts.NONE, readers.counts(INNER));
    }

    @Test
    void the_wires_of_a_reader_and_its_frames_are_told_to_whoever_looks_for_a_fault() {
        long last = send("010", 0);
        gaps.runUntil(last + 100 * MILLI);
        last = send(CARD, last + 200 * MILLI);
        gaps.runUntil(last + 100 * MILLI);
        assertEquals(
                List.of(
                        new ReaderState.OnWires(INNER, true, true, 0, 0, 0, 0, 0, 0),
                        new ReaderState.OnWires(OUTER, true, true, 1, 0, 1, 0, 0, 3)),
                readers.states());
    }

    @Test
    void cards_one_after_the_other_are_told_in_order() {
        long last = send(CARD, 0);
        last = send("0101", last + 100 * MILLI);
        gaps.runUntil(last + 100 * MILLI);
        last = send(CARD, last + 200 * MILLI);
        gaps.runUntil(last + 100 * MILLI);
        assertEquals(
                List.of("lane-outer " + CARD, "lane-outer 0101", "lane-outer " + CARD),
                heard.all());
    }

    /// After a pause of the whole program its two threads may wake up in any order.
    @Test
    void a_late_thread_waits_for_pulses_that_are_late_as_well() {
        send(CARD.substring(0, 13), 0);
        gaps.sleepUntil(200 * MILLI);
        gaps.wakeUp();
        assertEquals(List.of(), heard.all());
        long last = send(CARD.substring(13), 13 * MILLI);
        gaps.runUntil(300 * MILLI);
        gaps.runUntil(400 * MILLI);
        assertEquals(List.of("lane-outer " + CARD), heard.all(), "after " + last);
    }

    @Test
    void a_reader_whose_frames_are_refused_again_and_again_has_failed_until_one_is_whole() {
        long last = 0;
        for (int i = 0; i < 10; i++) {
            chip.lose(OUTER_D0, 2);
            last = send(CARD, last + 100 * MILLI);
            gaps.runUntil(last + 50 * MILLI);
        }
        assertEquals(
                List.of(
                        "lane-outer failed: edges were lost (26 bits): check d0, d1, ground and the"
                                + " supply of the reader"),
                heard.all());
        assertEquals(new FrameCounts(0, 10, 0, 0, 0), readers.counts(OUTER));
        assertEquals(10, readers.counts(OUTER).refused());
        last = send(CARD, last + 100 * MILLI);
        gaps.runUntil(last + 50 * MILLI);
        assertEquals(
                List.of("lane-outer recovered", "lane-outer " + CARD),
                heard.all().subList(1, heard.all().size()));
    }

    @Test
    void one_refused_frame_is_counted_and_nobody_is_called() {
        long last = send("10", 0);
        gaps.runUntil(last + 50 * MILLI);
        assertEquals(List.of(), heard.all());
        assertEquals(new FrameCounts(0, 0, 1, 0, 0), readers.counts(OUTER));
    }

    @Test
    void an_answer_is_shown_on_the_wires_that_the_reader_has() {
        readers.show(OUTER, ReaderFeedback.GRANTED);
        assertTrue(chip.isDrivenHigh(GREEN), "whoever asks does not wait");
        lights.runUntil(MILLI);
        assertFalse(chip.isDrivenHigh(GREEN));
        assertTrue(chip.isDrivenHigh(RED));
        assertFalse(chip.isDrivenHigh(BUZZER));
        lights.runUntil(600 * MILLI);
        assertTrue(chip.isDrivenHigh(BUZZER));
        lights.runUntil(3_000 * MILLI);
        assertTrue(chip.isDrivenHigh(GREEN));
        readers.show(INNER, ReaderFeedback.GRANTED); // It has no lights.
        lights.runUntil(3_100 * MILLI);
        assertEquals(5 + 4, chip.log().size());
    }

    @Test
    void what_comes_later_takes_the_place_of_what_was_shown() {
        readers.show(OUTER, ReaderFeedback.CLOSE_THE_DOOR);
        lights.runUntil(600 * MILLI);
        readers.show(OUTER, ReaderFeedback.IDLE);
        lights.runUntil(10_000 * MILLI);
        assertEquals(
                List.of("12 low", "13 low", "12 high", "13 high"),
                chip.log().subList(5, chip.log().size()));
    }

    @Test
    void a_thread_that_hangs_gathers_no_feedbacks_without_bound() {
        for (int i = 0; i < 100_000; i++) {
            readers.show(OUTER, ReaderFeedback.KEY_TAKEN);
        }
        readers.show(OUTER, ReaderFeedback.GRANTED);
        lights.runUntil(MILLI);
        assertFalse(chip.isDrivenHigh(GREEN));
    }

    @Test
    void a_light_that_cannot_be_switched_is_told_once_and_again_once_it_can() {
        chip.fail(GREEN, true);
        for (int i = 1; i <= 3; i++) {
            readers.show(OUTER, ReaderFeedback.GRANTED);
            lights.runUntil(i * 10_000L * MILLI);
        }
        chip.fail(GREEN, false);
        readers.show(OUTER, ReaderFeedback.GRANTED);
        lights.runUntil(40_000 * MILLI);
        assertEquals(
                List.of(
                        "lane-outer failed: its lights cannot be switched: line 25 is broken",
                        "lane-outer recovered"),
                heard.all());
    }

    @Test
    void a_closed_reader_is_dark_and_silent() {
        readers.show(OUTER, ReaderFeedback.CLOSE_THE_DOOR);
        lights.runUntil(MILLI);
        readers.close();
        assertTrue(chip.isDrivenHigh(RED));
        assertTrue(chip.isDrivenHigh(BUZZER));
        readers.show(OUTER, ReaderFeedback.GRANTED);
        send(CARD, 0);
        gaps.runUntil(1_000 * MILLI);
        lights.runUntil(1_000 * MILLI);
        assertTrue(chip.isDrivenHigh(GREEN));
        assertEquals(List.of(), heard.all());
        assertFalse(readers.areLive());
    }

    @Test
    void a_line_that_is_taken_is_no_reader() {
        assertThrows(UncheckedIOException.class, this::connect);
    }

    @Test
    @Timeout(60)
    void threads_of_its_own_do_the_same() throws InterruptedException {
        InMemoryGpioChip other = new InMemoryGpioChip();
        BlockingQueue<String> cards = new LinkedBlockingQueue<>();
        ReaderListener listener =
                new Heard() {
                    @Override
                    public void onCard(ReaderId reader, CardBits bits) {
                        cards.add(reader + " " + bits.bits());
                    }
                };
        Site site = site();
        try (WiegandReaders live = WiegandReaders.connect(site, site.readers(), other, listener)) {
            assertTrue(live.areLive());
            long now = System.nanoTime();
            for (int i = 0; i < CARD.length(); i++) {
                other.pulse(CARD.charAt(i) == '1' ? OUTER_D1 : OUTER_D0, now + i * MILLI);
            }
            assertEquals("lane-outer " + CARD, cards.poll(30, TimeUnit.SECONDS));
        }
    }

    private WiegandReaders connect() {
        Site site = site();
        return WiegandReaders.connect(site, site.readers(), chip, _ -> chip, heard, gaps, lights);
    }

    private static Site site() {
        SiteCheck check = SiteFiles.check(Path.of("../../edge-config/sites/two-readers.yaml"));
        return ((SiteCheck.Good) check).site();
    }

    /// Sends bits 1 ms apart.
    ///
    /// @return when the last one was
    private long send(String bits, long nanos) {
        for (int i = 0; i < bits.length(); i++) {
            long at = nanos + i * MILLI;
            if (gaps.nanos() < at) {
                gaps.runUntil(at);
            }
            chip.pulse(bits.charAt(i) == '1' ? OUTER_D1 : OUTER_D0, at);
        }
        return nanos + (bits.length() - 1) * MILLI;
    }

    private static class Heard implements ReaderListener {
        private final List<String> all = new ArrayList<>();

        List<String> all() {
            return all;
        }

        @Override
        public void onCard(ReaderId reader, CardBits bits) {
            all.add(reader + " " + bits.bits());
        }

        @Override
        public void onKey(ReaderId reader, Key key) {
            all.add(reader + " " + key);
        }

        @Override
        public void onText(ReaderId reader, String text) {
            all.add(reader + " " + text);
        }

        @Override
        public void onFailed(ReaderId reader, String why) {
            all.add(reader + " failed: " + why);
        }

        @Override
        public void onRecovered(ReaderId reader) {
            all.add(reader + " recovered");
        }
    }
}
