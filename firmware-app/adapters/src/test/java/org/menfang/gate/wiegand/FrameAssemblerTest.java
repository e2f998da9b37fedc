package org.menfang.gate.wiegand;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.menfang.gate.CardBits;

/// Each line of a script is a time in microseconds and what happens then: `0` and `1` are pulses,
/// `11010` several of them 1 ms apart, `lost` is what the kernel says, `gap` says that the time of
/// the gap is over. Behind the arrow stands what the frame came to.
class FrameAssemblerTest {
    private static final String CARD = "10000001100011010001010111";

    @Test
    void a_gap_ends_a_frame() {
        check(
                false,
                """
                0     10000001100011010001010111
                60000 gap                        -> 10000001100011010001010111
                """);
    }

    @Test
    void the_next_pulse_shows_that_a_gap_is_over_as_well() {
        check(
                false,
                """
                0       10000001100011010001010111
                500000  0                          -> 10000001100011010001010111
                501000  0111111100001100
                900000  gap                        -> 00111111100001100
                """);
    }

    @Test
    void keys_are_short_frames_where_there_is_a_keypad() {
        check(
                true,
                """
                0      0101
                40000  gap      -> 0101
                200000 10100101
                260000 gap      -> 10100101
                """);
        check(
                false,
                """
                0      0101
                40000  gap      -> TOO_SHORT 4
                """);
    }

    @Test
    void noise_is_no_frame() {
        check(
                true,
                """
                0      1
                40000  gap    -> TOO_SHORT 1
                100000 010
                140000 gap    -> TOO_SHORT 3
                200000 01010
                240000 gap    -> TOO_SHORT 5
                """);
    }

    @Test
    void a_frame_with_lost_edges_is_refused_wherever_they_were() {
        check(
                false,
                """
                0       1000000110001
                13000   lost
                13000   101000101011
                60000   gap             -> EDGES_LOST 25
                200000  lost
                200500  10000001100011010001010111
                260000  gap             -> EDGES_LOST 26
                400000  10000001100011010001010111
                460000  gap             -> 10000001100011010001010111
                """);
    }

    @Test
    void both_wires_struck_at_once_are_no_pulses() {
        check(
                false,
                """
                0      1000
                3050   1
                4050   0000110001101000101
                60000  gap                 -> BAD_TIMING 24
                """);
    }

    @Test
    void a_pause_within_a_frame_is_no_reader() {
        check(
                false,
                """
                0      1000000110001
                35000  1010001010111
                90000  gap           -> BAD_TIMING 26
                """);
    }

    @Test
    void a_clock_that_steps_back_is_no_reader() {
        check(
                false,
                """
                10000  1000000110001
                12000  1010001010111
                90000  gap           -> BAD_TIMING 26
                """);
    }

    /// Whoever ended it was too early, or the wire hung.
    @Test
    void the_rest_of_a_frame_that_was_ended_is_refused() {
        check(
                false,
                """
                0      1000000110001
                12500  gap           -> 1000000110001
                13000  1010001010111
                90000  gap           -> BAD_TIMING 13
                """);
    }

    @Test
    void the_fastest_and_the_slowest_reader_are_heard() {
        FrameAssembler frames = new FrameAssembler(false);
        for (long interval : new long[] {100_000, 20_000_000}) {
            long begin = interval * 1_000;
            for (int i = 0; i < CARD.length(); i++) {
                assertEquals(
                        Optional.empty(),
                        frames.pulse(CARD.charAt(i) == '1', begin + i * interval));
            }
            assertEquals(new FrameEnd.Whole(new CardBits(CARD)), frames.end());
        }
    }

    @Test
    void a_wire_that_swings_for_ever_takes_no_room() {
        FrameAssembler frames = new FrameAssembler(false);
        for (int i = 0; i < 100_000; i++) {
            assertEquals(Optional.empty(), frames.pulse(true, i * 1_000_000L));
        }
        assertEquals(new FrameEnd.Refused(FrameEnd.Fault.TOO_LONG, 100_000), frames.end());
    }

    @Test
    void whatever_comes_every_pulse_is_in_one_frame_or_refused() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            FrameAssembler frames = new FrameAssembler(true);
            long now = 0;
            long pulses = 0;
            long counted = 0;
            for (int i = 0; i < 500; i++) {
                if (random.nextInt(50) == 0) {
                    frames.lost();
                }
                now += random.nextInt(10) == 0 ? random.nextLong(60_000_000) : 1_000_000;
                counted += frames.pulse(random.nextBoolean(), now).map(this::bits).orElse(0);
                pulses++;
                if (frames.isHearing() && random.nextInt(30) == 0) {
                    counted += bits(frames.end());
                }
            }
            counted += frames.isHearing() ? bits(frames.end()) : 0;
            assertEquals(pulses, counted, "seed " + seed);
        }
    }

    private int bits(FrameEnd end) {
        return switch (end) {
            case FrameEnd.Whole(CardBits whole) -> whole.length();
            case FrameEnd.Refused(_, int heard) -> heard;
        };
    }

    private static void check(boolean hasKeys, String script) {
        FrameAssembler frames = new FrameAssembler(hasKeys);
        for (String line : script.strip().split("\n", -1)) {
            String[] sides = line.split("->", -1);
            String[] words = sides[0].strip().split("\\s+", -1);
            String expected = sides.length > 1 ? sides[1].strip() : "";
            assertEquals(expected, happen(frames, Long.parseLong(words[0]), words[1]), line);
        }
    }

    private static String happen(FrameAssembler frames, long micros, String what) {
        return switch (what) {
            case "gap" -> text(frames.end());
            case "lost" -> {
                frames.lost();
                yield "";
            }
            default -> pulses(frames, micros, what);
        };
    }

    private static String pulses(FrameAssembler frames, long micros, String bits) {
        StringBuilder ended = new StringBuilder();
        for (int i = 0; i < bits.length(); i++) {
            long nanos = (micros + i * 1_000L) * 1_000L;
            frames.pulse(bits.charAt(i) == '1', nanos).ifPresent(end -> ended.append(text(end)));
        }
        return ended.toString();
    }

    private static String text(FrameEnd end) {
        return switch (end) {
            case FrameEnd.Whole(CardBits bits) -> bits.bits();
            case FrameEnd.Refused(FrameEnd.Fault fault, int bits) -> fault + " " + bits;
        };
    }
}
