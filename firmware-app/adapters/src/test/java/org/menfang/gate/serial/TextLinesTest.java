package org.menfang.gate.serial;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.menfang.gate.Input;

class TextLinesTest {
    private final TextLines lines = new TextLines();

    @Test
    void a_line_ends_with_either_sign_or_both() {
        assertEquals(
                List.of("one", "two", "three", "four"), take("one\rtwo\nthree\r\n\r\n\nfour\n"));
        assertEquals(0, lines.refused());
    }

    @Test
    void a_line_comes_in_as_many_pieces_as_it_likes() {
        assertEquals(List.of(), take("https://menfang"));
        assertEquals(List.of(), take(".example/t"));
        assertEquals(List.of("https://menfang.example/t?uid=1"), take("?uid=1\r"));
    }

    @Test
    void a_line_that_is_too_long_is_refused_and_the_next_one_is_not() {
        String longest = "A".repeat(Input.CodeRead.TEXT_CHARS_MAX);
        assertEquals(List.of(longest, "next"), take(longest + "\r" + longest + "B\rnext\r"));
        assertEquals(1, lines.refused());
    }

    @Test
    void noise_is_refused_with_the_line_that_it_stands_in() {
        assertEquals(List.of("after"), take("be\u0000fore\rna\u00efve\rafter\r"));
        assertEquals(2, lines.refused());
    }

    @Test
    void what_has_not_ended_can_be_forgotten() {
        assertEquals(List.of(), take("000123"));
        lines.forget();
        assertEquals(List.of("4567"), take("4567\r"));
    }

    @Test
    void the_cuts_do_not_matter() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            byte[] noise = new byte[5_000];
            random.nextBytes(noise);
            for (int i = 0; i < noise.length; i++) {
                noise[i] = random.nextInt(20) == 0 ? (byte) '\n' : noise[i];
            }
            TextLines whole = new TextLines();
            List<String> expected = whole.take(noise, noise.length);
            TextLines cut = new TextLines();
            List<String> got = new ArrayList<>();
            for (int at = 0; at < noise.length; ) {
                int count = Math.min(1 + random.nextInt(50), noise.length - at);
                byte[] piece = new byte[64];
                System.arraycopy(noise, at, piece, 0, count);
                got.addAll(cut.take(piece, count));
                at += count;
            }
            assertEquals(expected, got, "seed " + seed);
            assertEquals(whole.refused(), cut.refused(), "seed " + seed);
        }
    }

    private List<String> take(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return lines.take(bytes, bytes.length);
    }
}
