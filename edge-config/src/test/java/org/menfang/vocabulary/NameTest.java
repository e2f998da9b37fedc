package org.menfang.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Function;
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
}
