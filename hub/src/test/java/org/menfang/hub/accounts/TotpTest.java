package org.menfang.hub.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// The vectors of RFC 6238, appendix B, for SHA-1; ours are their last six digits.
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void numbers_are_those_of_rfc_6238(long second, String number) {
        Instant now = Instant.ofEpochSecond(second);
        assertEquals(Integer.parseInt(number), Totp.number(SECRET, Totp.step(now)));
        assertEquals(OptionalLong.of(Totp.step(now)), Totp.step(SECRET, number, 0, now));
    }

    @ParameterizedTest
    @CsvSource({"-60, false", "-30, true", "0, true", "30, true", "60, false"})
    void a_phone_may_be_off_by_one_step(long seconds, boolean works) {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        assertEquals(works, Totp.step(SECRET, "005924", 0, now.plusSeconds(seconds)).isPresent());
    }

    @Test
    void a_number_works_once() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.step(SECRET, "005 924", 0, now).orElseThrow();
        assertEquals(OptionalLong.empty(), Totp.step(SECRET, "005924", step, now));
    }

    @ParameterizedTest
    @CsvSource({"''", "00592", "0059244", "00592a", "五"})
    void what_is_no_number_does_not_work(String typed) {
        assertEquals(
                OptionalLong.empty(),
                Totp.step(SECRET, typed, 0, Instant.ofEpochSecond(1_234_567_890)));
    }

    /// The vectors of RFC 4648, without their padding.
    @ParameterizedTest
    @CsvSource({
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI"
    })
    void a_secret_is_typed_in_base32(String text, String base32) {
        assertEquals(base32, Totp.base32(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
