package org.menfang.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "7",
                "north-gate",
                "h-001",
                "3-2-501",
                "a--b",
                "abcdefghijklmnopqrstuvwxyz012345"
            })
    void a_name_has_letters_digits_and_hyphens(String text) {
        assertTrue(Name.isValid(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "-a",
                "a-",
                "A",
                "a b",
                "a_b",
                "a/b",
                "a.b",
                "+",
                "#",
                "门",
                "é",
                "a\n",
                "\u0000",
                "../etc",
                "abcdefghijklmnopqrstuvwxyz0123456"
            })
    void nothing_else_is_a_name(String text) {
        assertFalse(Name.isValid(text));
        for (Function<String, ?> id :
                Stream.<Function<String, ?>>of(
                                AccessPointId::new,
                                AccessProfileId::new,
                                AlarmInputId::new,
                                AreaId::new,
                                CameraId::new,
                                CompoundId::new,
                                DoorId::new,
                                GateId::new,
                                HolderId::new,
                                HouseholdId::new,
                                LampId::new,
                                ReaderId::new,
                                ScheduleId::new,
                                name -> new AlarmSource(DeviceKind.DOOR, name))
                        .toList()) {
            assertThrows(IllegalArgumentException.class, () -> id.apply(text));
        }
    }

    @Test
    void a_refusal_quotes_a_long_word_in_part() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new DoorId("X".repeat(10_000)));
        assertTrue(String.valueOf(refusal.getMessage()).length() < 100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wiegand-26",
                "wiegand-26:",
                "wiegand-26:1a",
                "WIEGAND:01",
                "wiegand-26:01 ",
                ":01"
            })
    void a_credential_identifier_has_a_format_and_a_number(String text) {
        assertEquals("wiegand-26:01:1A2B", new CredentialIdentifier("wiegand-26:01:1A2B").value());
        assertThrows(IllegalArgumentException.class, () -> new CredentialIdentifier(text));
    }

    @Test
    void a_digest_is_that_of_the_text_in_utf_8() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Sha256.of("abc").value());
        assertThrows(IllegalArgumentException.class, () -> new Sha256("00"));
        assertThrows(IllegalArgumentException.class, () -> new Sha256("A".repeat(64)));
    }

    @Test
    void an_operator_has_a_printable_name() {
        assertEquals("王阿姨", new OperatorName("王阿姨").value());
        for (String text : new String[] {"", " ", "a\nb", "x".repeat(41)}) {
            assertThrows(IllegalArgumentException.class, () -> new OperatorName(text));
        }
    }

    @Test
    void numbers_begin_at_one() {
        assertThrows(IllegalArgumentException.class, () -> new AlarmId(0));
        assertThrows(IllegalArgumentException.class, () -> new PictureId(0));
    }

    /// Texts by chance, most of them nearly right: what takes them is written by hand.
    @Test
    void forms_are_those_of_their_patterns() {
        Random random = new Random(1);
        Pattern name = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?");
        Pattern card = Pattern.compile("[a-z0-9-]{1,32}:[0-9A-F:]{1,47}");
        Pattern digest = Pattern.compile("[0-9a-f]{64}");
        for (int count = 0; count < 100_000; count++) {
            String text =
                    word(random, "az09-", 34) + word(random, ":", 1) + word(random, "09AF:", 49);
            check(name, text, Name::isValid);
            check(name, word(random, "az09-A/", 34), Name::isValid);
            check(card, text, value -> isTaken(() -> new CredentialIdentifier(value)));
            check(
                    card,
                    text + word(random, "aG`{/@g", 1),
                    value -> isTaken(() -> new CredentialIdentifier(value)));
            String hex = word(random, "09af", 1).repeat(62) + word(random, "09af`:g/A", 3);
            check(digest, hex, value -> isTaken(() -> new Sha256(value)));
        }
    }

    private static void check(Pattern form, String text, Predicate<String> taken) {
        assertEquals(form.matcher(text).matches(), taken.test(text), text);
    }

    private static boolean isTaken(Runnable made) {
        try {
            made.run();
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static String word(Random random, String signs, int charsMax) {
        StringBuilder word = new StringBuilder();
        int length = random.nextInt(charsMax + 1);
        for (int i = 0; i < length; i++) {
            word.append(signs.charAt(random.nextInt(signs.length())));
        }
        return word.toString();
    }
}
