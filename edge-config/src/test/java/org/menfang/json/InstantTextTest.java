package org.menfang.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {
    private static Parsed<Instant> read(String text) {
        return Json.parse(("\"" + text + "\"").getBytes(StandardCharsets.UTF_8), Instant.class);
    }

    @Test
    void every_instant_that_we_write_is_read_again() {
        Random random = new Random(1);
        for (int count = 0; count < 20_000; count++) {
            long second = random.nextLong(-62_167_219_200L, 253_402_300_800L);
            for (int unit : new int[] {1, 1_000, 1_000_000, 1_000_000_000}) {
                int nanos = random.nextInt(1_000_000_000) / unit * unit;
                Instant instant = Instant.ofEpochSecond(second, nanos);
                assertEquals(Parsed.read(instant), read(instant.toString()));
            }
        }
    }

    @Test
    void any_number_of_digits_of_a_second_counts() {
        Instant whole = Instant.parse("2026-11-22T08:00:00Z");
        String digits = "123456789";
        for (int length = 1; length <= digits.length(); length++) {
            String fraction = digits.substring(0, length);
            long nanos = Long.parseLong((fraction + "000000000").substring(0, 9));
            assertEquals(
                    Parsed.read(whole.plusNanos(nanos)),
                    read("2026-11-22T08:00:00." + fraction + "Z"));
        }
    }

    @Test
    void the_end_of_a_day_and_a_leap_second_are_what_the_library_says() {
        for (String text :
                Stream.of("2026-11-22T24:00:00Z", "2016-12-31T23:59:60Z", "2016-12-31T23:59:60.5Z")
                        .toList()) {
            assertEquals(Parsed.read(Instant.parse(text)), read(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-22",
                "2026-11-22T08:00:00",
                "2026-11-22T08:00Z",
                "2026-11-22T08:00:00.Z",
                "2026-11-22T08:00:00.1234567890Z",
                "2026-11-22T08:00:00,5Z",
                "2026-11-22T08:00:00+00:00",
                "2026-11-22T08:00:00z",
                "2026-11-22t08:00:00Z",
                "2026-11-22T08:00:00ZZ",
                "2026-11-22T08:00:0aZ",
                "2026-11-22T08:00:00.5aZ",
                "+2026-11-22T08:00:00Z",
                "12026-11-22T08:00:00Z",
                "-026-11-22T08:00:00Z",
                "2026-02-30T08:00:00Z",
                "2026-13-01T08:00:00Z",
                "2026-00-01T08:00:00Z",
                "2026-11-22T24:00:01Z",
                "2026-11-22T25:00:00Z",
                "2026-11-22T08:60:00Z",
                "2026-11-22T08:00:60Z",
                "２０２６-11-22T08:00:00Z"
            })
    void nothing_else_is_an_instant(String text) {
        assertInstanceOf(Parsed.Malformed.class, read(text));
    }
}
