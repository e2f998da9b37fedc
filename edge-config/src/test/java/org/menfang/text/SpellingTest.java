package org.menfang.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<String> WORDS =
            List.of("lock", "fail-mode", "release", "held", "extended-release");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    lokc,             lock
                    lck,              lock
                    LOCK,             lock
                    fail_mode,        fail-mode
                    failmode,         fail-mode
                    relaese,          release
                    extended-releas,  extended-release
                    hold,             held
                    colour,
                    x,
                    """)
    void the_nearest_word_is_found_if_one_is_near(String word, String meant) {
        assertEquals(Optional.ofNullable(meant), Spelling.nearest(word, WORDS));
    }

    @Test
    void nothing_and_very_long_words_are_not_guessed_at() {
        assertEquals(Optional.empty(), Spelling.nearest("", WORDS));
        assertEquals(Optional.empty(), Spelling.nearest("l".repeat(10_000), WORDS));
    }
}
