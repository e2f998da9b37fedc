package org.menfang.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.menfang.vocabulary.Sha256;

final class OneTimeCodeTest {
    private static final Sha256 OURS = Sha256.of("our authority");
    private static final Sha256 THEIRS = Sha256.of("their authority");

    private final SecureRandom chance = new SecureRandom();

    @Test
    void what_is_typed_in_any_case_with_any_spaces_is_the_code() {
        for (int i = 0; i < 200; i++) {
            OneTimeCode code = OneTimeCode.make(chance, OURS);
            String typed = " " + code.text().toLowerCase(Locale.ROOT).replace('-', ' ') + "\n";
            assertEquals(Optional.of(code.hash()), OneTimeCode.read(typed).map(OneTimeCode::hash));
        }
    }

    @Test
    void letters_that_look_alike_are_the_same() {
        OneTimeCode code = OneTimeCode.make(chance);
        String typed = code.text().replace('0', 'o').replace('1', 'l');
        assertEquals(Optional.of(code.hash()), OneTimeCode.read(typed).map(OneTimeCode::hash));
    }

    @Test
    void codes_have_groups_of_four() {
        assertTrue(OneTimeCode.make(chance).text().matches("([0-9A-Z]{4}-){7}[0-9A-Z]{4}"));
        assertTrue(OneTimeCode.make(chance, OURS).text().matches("([0-9A-Z]{4}-){13}[0-9A-Z]{4}"));
    }

    @Test
    void every_slip_of_one_letter_is_noticed() {
        String text = OneTimeCode.make(chance, OURS).text();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '-') {
                char other = text.charAt(i) == '7' ? '8' : '7';
                String slip = text.substring(0, i) + other + text.substring(i + 1);
                assertTrue(OneTimeCode.read(slip).isEmpty(), slip);
            }
        }
    }

    @Test
    void what_is_no_code_is_none() {
        for (String typed : new String[] {"", "-", "门房", "U", "AAAA", "A".repeat(201)}) {
            assertTrue(OneTimeCode.read(typed).isEmpty(), typed);
        }
        String text = OneTimeCode.make(chance).text();
        assertTrue(OneTimeCode.read(text.substring(1)).isEmpty());
        assertTrue(OneTimeCode.read(text + "A").isEmpty());
    }

    @Test
    void a_code_names_the_hub_that_made_it() {
        OneTimeCode code = OneTimeCode.read(OneTimeCode.make(chance, OURS).text()).orElseThrow();
        assertTrue(code.names(OURS));
        assertFalse(code.names(THEIRS));
        assertFalse(OneTimeCode.make(chance).names(OURS));
    }

    @Test
    void no_two_codes_are_alike_and_none_shows_itself_in_a_log() {
        OneTimeCode code = OneTimeCode.make(chance);
        assertNotEquals(code.hash(), OneTimeCode.make(chance).hash());
        assertEquals("one-time code", code.toString());
    }
}
