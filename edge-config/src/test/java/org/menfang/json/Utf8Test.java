package org.menfang.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    @ParameterizedTest
    @ValueSource(strings = {"", "gate", "门房", "\uD83D\uDEAA", "a replacement \uFFFD by right"})
    void what_is_utf_8_is_read(String text) throws CharacterCodingException {
        assertEquals(text, Utf8.decode(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Cut off, too long, half of a pair, beyond the last character, and beside a replacement that
    /// stands there by right.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "C3",
                "E997",
                "C080",
                "C1BF",
                "E0809F",
                "EDA080",
                "F4908080",
                "F8",
                "FF",
                "FE",
                "EFBFBD80"
            })
    void nothing_else_is(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThrows(CharacterCodingException.class, () -> Utf8.decode(bytes));
    }
}
