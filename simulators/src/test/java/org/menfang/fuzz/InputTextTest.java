package org.menfang.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Any input is one line that an editor leaves alone.
final class InputTextTest {
    @ParameterizedTest
    @CsvSource({
        "'', '\\-'",
        "'a b', 'a b'",
        "' a ', '\\x20a\\x20'",
        "'#a', '\\x23a'",
        "'a\\b', 'a\\\\b'",
        "'a\nb', 'a\\nb'"
    })
    void what_ascii_shows_stands_for_itself(String input, String line) {
        byte[] bytes = input.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertEquals(line, InputText.write(bytes));
        assertArrayEquals(bytes, InputText.read(line));
    }

    @Test
    void every_input_comes_back() {
        Random chance = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] input = new byte[chance.nextInt(40)];
            chance.nextBytes(input);
            String line = InputText.write(input);
            assertArrayEquals(input, InputText.read(line), line);
            assertTrue(line.equals(line.strip()) && !line.startsWith("#"), line);
        }
    }
}
