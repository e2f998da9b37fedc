package org.menfang.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.menfang.pass.SamplePasses.ID;
import static org.menfang.pass.SamplePasses.ROTATION_KEY;

import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.menfang.rules.SecretKey;
import org.menfang.vocabulary.PassId;

class RotatingCodeTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final long STEP = NOON.getEpochSecond() / 30;

    /// A picture is taken at noon and shown so many seconds later; what a gate finds is the step,
    /// counted from noon. CODE_STALE is what it says where there is none.
    @Test
    void a_picture_of_a_code_dies_within_a_minute() {
        check(
                """
                -31  -
                -30  0
                -1   0
                0    0
                29   0
                30   0
                59   0
                60   -
                3600 -
                """);
    }

    @Test
    void another_pass_and_another_compound_have_other_codes() {
        String code = code(NOON);
        PassId other = new PassId("0123456789ABCDEE");
        assertEquals(OptionalLong.empty(), RotatingCode.step(ROTATION_KEY, other, code, NOON));
        SecretKey foreign = new SecretKey("43".repeat(32));
        assertEquals(OptionalLong.empty(), RotatingCode.step(foreign, ID, code, NOON));
        assertEquals(OptionalLong.empty(), RotatingCode.step(ROTATION_KEY, ID, "", NOON));
        assertEquals(OptionalLong.empty(), RotatingCode.step(ROTATION_KEY, ID, "门房", NOON));
    }

    @Test
    void no_step_has_the_code_of_another() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 2_880; i++) {
            codes.add(code(NOON.plusSeconds(30L * i)));
        }
        assertEquals(2_880, codes.size());
    }

    /// HMAC-SHA-256 under a key of 32 bytes 0x42, as another program reckons it.
    @Test
    void other_programs_find_the_same_code() {
        SecretKey secret = RotatingCode.secret(ROTATION_KEY, ID);
        assertEquals(
                "6D1A43588CF4AF80DAEBBAE93C9D743996AB270FB1C7CE4DE83AA166F8D11F3A", secret.value());
        assertEquals("P3JZ1U", RotatingCode.of(secret, STEP));
        assertNotEquals("P3JZ1U", RotatingCode.of(secret, STEP + 1));
    }

    @Test
    void a_clock_before_1970_has_steps_too() {
        Instant early = Instant.ofEpochSecond(-1);
        assertEquals(OptionalLong.of(-1), RotatingCode.step(ROTATION_KEY, ID, code(early), early));
    }

    private static String code(Instant at) {
        return RotatingCode.of(RotatingCode.secret(ROTATION_KEY, ID), RotatingCode.step(at));
    }

    private static void check(String table) {
        String picture = code(NOON);
        for (String line : table.lines().toList()) {
            String[] row = line.split(" +", 0);
            Instant shown = NOON.plusSeconds(Long.parseLong(row[0]));
            OptionalLong expected =
                    row[1].equals("-")
                            ? OptionalLong.empty()
                            : OptionalLong.of(STEP + Long.parseLong(row[1]));
            assertEquals(expected, RotatingCode.step(ROTATION_KEY, ID, picture, shown), line);
        }
    }
}
