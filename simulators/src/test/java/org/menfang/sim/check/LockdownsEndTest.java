package org.menfang.sim.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.sim.fault.FaultName;
import org.menfang.sim.fault.Weather;

/// What is promised of a lockdown, and in which weather nobody promised it.
@Timeout(60)
final class LockdownsEndTest {
    private static final int LONGER_THAN_IT_LASTS = 45;

    private final CheckStand stand = new CheckStand();
    private final LockdownsEnd check =
            new LockdownsEnd(stand.gate(), CheckStand.rules(), stand.excuses());

    private void somebodyCalls() {
        check.onDeed(stand.now(), stand.gate().id(), stand.calledLockdown(), stand.report());
    }

    private void thePowerGoes() {
        Weather.Spell dark = stand.begins(FaultName.DISK_LIES);
        stand.minutes(1, check);
        dark.ends();
    }

    @Test
    void a_call_that_nothing_came_of_breaks_the_promise() {
        somebodyCalls();
        stand.minutes(2, check);
        assertEquals(List.of("it was called and did not begin"), stand.violations());
    }

    @Test
    void what_a_sick_disk_had_not_taken_is_gone_with_the_power() {
        Weather.Spell sick = stand.begins(FaultName.DISK_READ_ONLY);
        somebodyCalls();
        stand.minutes(2, check);
        thePowerGoes();
        stand.minutes(9, check);
        sick.ends();
        stand.minutes(9, check);
        assertEquals(List.of(), stand.violations());
    }

    @Test
    void a_sick_disk_alone_is_no_reason_not_to_begin() {
        Weather.Spell sick = stand.begins(FaultName.DISK_READ_ONLY);
        somebodyCalls();
        stand.minutes(2, check);
        sick.ends();
        stand.minutes(9, check);
        assertEquals(List.of("it was called and did not begin"), stand.violations());
    }

    @Test
    void a_lockdown_that_does_not_end_breaks_the_promise() {
        check.onEvent(stand.lockedDown(), stand.report());
        stand.minutes(LONGER_THAN_IT_LASTS, check);
        assertEquals(List.of("it lasts too long"), stand.violations());
    }

    @Test
    void a_lockdown_that_a_lying_disk_forgot_is_over() {
        check.onEvent(stand.lockedDown(), stand.report());
        thePowerGoes();
        stand.minutes(LONGER_THAN_IT_LASTS, check);
        assertEquals(List.of(), stand.violations());
    }
}
