package org.menfang.gate.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.menfang.gate.CardBits;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.Key;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Samples;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.TimeTrust;

class KeyFramesTest {
    /// As makers of readers print it in their manuals.
    private static final String TABLE =
            """
            0000 11110000 DIGIT_0
            0001 11100001 DIGIT_1
            0010 11010010 DIGIT_2
            0011 11000011 DIGIT_3
            0100 10110100 DIGIT_4
            0101 10100101 DIGIT_5
            0110 10010110 DIGIT_6
            0111 10000111 DIGIT_7
            1000 01111000 DIGIT_8
            1001 01101001 DIGIT_9
            1010 01011010 CLEAR
            1011 01001011 ENTER
            """;

    @Test
    void every_key_has_a_frame_of_four_bits_and_one_of_eight() {
        for (String line : TABLE.lines().toList()) {
            String[] columns = line.split(" ", -1);
            Optional<Key> key = Optional.of(Key.valueOf(columns[2]));
            assertEquals(key, KeyFrames.decode(new CardBits(columns[0])), line);
            assertEquals(key, KeyFrames.decode(new CardBits(columns[1])), line);
        }
    }

    @Test
    void of_all_frames_of_eight_bits_only_twelve_are_keys() {
        int keys = 0;
        for (int bits = 0; bits < 256; bits++) {
            String frame = Integer.toBinaryString(256 + bits).substring(1);
            keys += KeyFrames.decode(new CardBits(frame)).isPresent() ? 1 : 0;
        }
        assertEquals(12, keys);
    }

    @Test
    void four_bits_above_the_last_key_and_all_other_lengths_are_no_key() {
        for (String bits : new String[] {"1100", "1101", "1110", "1111"}) {
            assertEquals(Optional.empty(), KeyFrames.decode(new CardBits(bits)), bits);
        }
        for (int length = 1; length <= CardBits.LENGTH_MAX; length++) {
            if (length != 4 && length != 8) {
                assertEquals(Optional.empty(), KeyFrames.decode(new CardBits("0".repeat(length))));
            }
        }
    }

    @Test
    void a_short_frame_is_a_key_only_where_there_is_a_keypad() {
        ReaderId reader = new ReaderId("north-reader");
        Input frame = new Input.CardRead(reader, new CardBits("1011"));
        assertEquals(new Input.KeyPressed(reader, Key.ENTER), heard(frame, true));
        assertEquals(frame, heard(frame, false));
        Input noise = new Input.CardRead(reader, new CardBits("1111"));
        assertEquals(noise, heard(noise, true));
        Input card = new Input.CardRead(reader, new CardBits("1".repeat(26)));
        assertEquals(card, heard(card, true));
        Input fire = new Input.FireChanged(true);
        assertEquals(fire, heard(fire, true));
    }

    @Test
    void the_gate_answers_a_frame_as_it_answers_the_key() {
        Moment now = new Moment(Samples.NOON, MonotonicTime.START, TimeTrust.TRUSTED);
        ReaderId reader = new ReaderId("r-north");
        assertEquals(
                Samples.controller(JournalStart.FIRST)
                        .step(now, new Input.KeyPressed(reader, Key.DIGIT_5)),
                Samples.controller(JournalStart.FIRST)
                        .step(now, new Input.CardRead(reader, new CardBits("10100101"))));
    }

    private static Input heard(Input told, boolean keypad) {
        return KeyFrames.heard((Input.FromField) told, reader -> keypad);
    }
}
