package org.menfang.base45;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Base45Test {
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    /// The examples of RFC 9285, sections 4.3 and 4.4, and the ends of the ranges.
    @Test
    void text_is_bytes_or_has_its_fault() {
        check(
                """
                BB8               AB
                %69 VD92EX0       Hello!!
                UJCLQE7W581       base-45
                QED8WEX0          ietf!
                FGW               \\xFF\\xFF
                U5                \\xFF
                00                \\x00
                000               \\x00\\x00
                GGW               !THREE_TOO_LARGE at 0
                :::               !THREE_TOO_LARGE at 0
                BB8GGW            !THREE_TOO_LARGE at 3
                V5                !TWO_TOO_LARGE at 0
                ::                !TWO_TOO_LARGE at 0
                BB8::             !TWO_TOO_LARGE at 3
                B                 !CHARACTER_LEFT_OVER at 0
                BB8B              !CHARACTER_LEFT_OVER at 3
                GGWB              !CHARACTER_LEFT_OVER at 3
                bb8               !UNKNOWN_CHARACTER at 0
                BB8Ü              !UNKNOWN_CHARACTER at 3
                B_8               !UNKNOWN_CHARACTER at 1
                BB门               !UNKNOWN_CHARACTER at 2
                """);
        assertEquals("", told(""));
    }

    @Test
    void each_text_of_bytes_comes_back() {
        Random chance = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[chance.nextInt(50)];
            chance.nextBytes(bytes);
            Base45.Decoded decoded = Base45.decode(Base45.encode(bytes));
            assertArrayEquals(bytes, ((Base45.Decoded.Bytes) decoded).bytes());
        }
    }

    @Test
    void no_two_texts_are_the_same_bytes() {
        Random chance = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = chance.nextInt(9); length > 0; length--) {
                text.append(CHARACTERS.charAt(chance.nextInt(CHARACTERS.length())));
            }
            if (Base45.decode(text.toString()) instanceof Base45.Decoded.Bytes(byte[] bytes)) {
                assertEquals(text.toString(), Base45.encode(bytes));
            }
        }
    }

    private static void check(String table) {
        table.lines()
                .forEach(line ->
                        assertEquals(
                                line.substring(18).strip(),
                                told(line.substring(0, 18).strip()),
                                line));
    }

    private static String told(String text) {
        return switch (Base45.decode(text)) {
            case Base45.Decoded.Bytes(byte[] bytes) -> printable(bytes);
            case Base45.Decoded.Refused(Base45Fault fault, int index) ->
                    "!" + fault + " at " + index;
        };
    }

    private static String printable(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (char c : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            text.append(c > ' ' && c < 127 ? String.valueOf(c) : String.format("\\x%02X", (int) c));
        }
        return text.toString();
    }
}
