package org.menfang.gate.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.os.ClockWitness.Testimony;
import org.menfang.vocabulary.TimeTrust;

class OsTimeSourceTest {
    private static final Instant MADE = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private Instant wall = NOW;
    private long nanos = 1_000_000_000_000L;
    private Testimony testimony = Testimony.NONE;

    @Test
    void monotonic_time_begins_at_the_start_and_the_wall_clock_is_the_machines() {
        OsTimeSource time = time();
        assertEquals(MonotonicTime.START, time.now().monotonic());
        pass(Duration.ofMillis(1500));
        assertEquals(1500, time.now().monotonic().millis());
        assertEquals(NOW.plusMillis(1500), time.now().wall());
    }

    @Test
    void a_clock_that_nobody_vouches_for_is_not_trusted() {
        assertFalse(time().now().isTrusted());
    }

    @Test
    void a_clock_that_a_time_server_keeps_is_trusted() {
        testimony = Testimony.SYNCHRONISED;
        assertTrue(time().now().isTrusted());
    }

    @Test
    void a_clock_that_a_hardware_clock_set_is_trusted() {
        testimony = Testimony.SET_BY_HARDWARE_CLOCK;
        assertTrue(time().now().isTrusted());
    }

    @Test
    void a_clock_before_this_software_was_made_is_not_trusted_whoever_vouches() {
        testimony = Testimony.SET_BY_HARDWARE_CLOCK;
        wall = Instant.EPOCH;
        assertFalse(time().now().isTrusted());
        testimony = Testimony.SYNCHRONISED;
        assertFalse(time().now().isTrusted());
    }

    @Test
    void a_clock_that_is_set_later_becomes_trusted() {
        wall = Instant.EPOCH;
        OsTimeSource time = time();
        assertFalse(time.now().isTrusted());
        wall = NOW;
        testimony = Testimony.SYNCHRONISED;
        pass(OsTimeSource.WITNESS_EVERY);
        assertTrue(time.now().isTrusted());
    }

    @Test
    void a_step_back_ends_the_trust_until_a_time_server_vouches_again() {
        testimony = Testimony.SET_BY_HARDWARE_CLOCK;
        OsTimeSource time = time();
        assertTrue(time.now().isTrusted());
        stepBack(OsTimeSource.STEP_BACK_MAX.plusMillis(1));
        assertEquals(TimeTrust.UNTRUSTED, time.now().trust());
        pass(OsTimeSource.WITNESS_EVERY);
        assertFalse(time.now().isTrusted());
        testimony = Testimony.SYNCHRONISED;
        pass(OsTimeSource.WITNESS_EVERY);
        assertTrue(time.now().isTrusted());
    }

    @Test
    void a_step_back_by_the_time_server_itself_keeps_the_trust() {
        testimony = Testimony.SYNCHRONISED;
        OsTimeSource time = time();
        assertTrue(time.now().isTrusted());
        stepBack(Duration.ofHours(1));
        assertTrue(time.now().isTrusted());
    }

    @Test
    void a_step_back_by_hand_is_seen_even_if_the_clock_was_synchronised() {
        testimony = Testimony.SYNCHRONISED;
        OsTimeSource time = time();
        assertTrue(time.now().isTrusted());
        testimony = Testimony.NONE;
        stepBack(Duration.ofHours(1));
        assertFalse(time.now().isTrusted());
    }

    @Test
    void a_small_step_back_is_the_work_of_a_time_server() {
        testimony = Testimony.SET_BY_HARDWARE_CLOCK;
        OsTimeSource time = time();
        assertTrue(time.now().isTrusted());
        stepBack(OsTimeSource.STEP_BACK_MAX);
        assertTrue(time.now().isTrusted());
    }

    @Test
    void a_synchronised_clock_is_believed_for_a_week_without_its_server() {
        testimony = Testimony.SYNCHRONISED;
        OsTimeSource time = time();
        assertTrue(time.now().isTrusted());
        testimony = Testimony.NONE;
        pass(OsTimeSource.HOLDOVER);
        assertTrue(time.now().isTrusted());
        pass(Duration.ofSeconds(1));
        assertFalse(time.now().isTrusted());
    }

    @Test
    void this_machine_tells_its_time() {
        OsTimeSource time = OsTimeSource.ofThisMachine(Instant.EPOCH);
        assertTrue(time.now().wall().isAfter(Instant.EPOCH));
        assertTrue(time.now().monotonic().nanos() >= 0);
    }

    private OsTimeSource time() {
        return new OsTimeSource(() -> wall, () -> nanos, () -> testimony, MADE);
    }

    private void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }

    private void stepBack(Duration step) {
        wall = wall.minus(step);
    }
}
