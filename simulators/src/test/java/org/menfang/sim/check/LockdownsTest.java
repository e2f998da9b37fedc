package org.menfang.sim.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.sim.fault.FaultName;
import org.menfang.sim.fault.Weather;
import org.menfang.sim.people.Deed;

/// Whether a gate is locked down, as far as somebody can know who is not inside it.
@Timeout(60)
final class LockdownsTest {
    private static final Duration LASTS = Duration.ofMinutes(40);

    private final CheckStand stand = new CheckStand();
    private final Lockdowns lockdowns = new Lockdowns(stand.compound(), stand.excuses());

    /// Who stays out while a gate is locked down, and may come otherwise.
    private Answer mayCome(Instant at) {
        return lockdowns.ask(stand.gate().id(), at, LASTS, lockedDown -> !lockedDown);
    }

    private void hears(Deed deed) {
        lockdowns.hear(stand.now(), stand.gate().id(), deed);
    }

    @Test
    void where_nothing_lies_on_the_disk_people_come() {
        hears(stand.calledLockdown());
        assertEquals(Answer.YES, mayCome(stand.now()));
    }

    @Test
    void a_sick_disk_keeps_nobody_out_where_nobody_called() {
        stand.begins(FaultName.DISK_READ_ONLY);
        assertEquals(Answer.YES, mayCome(stand.now()));
    }

    @Test
    void while_a_disk_is_sick_nobody_knows_whether_a_call_was_heard() {
        Weather.Spell sick = stand.begins(FaultName.DISK_READ_ONLY);
        hears(stand.calledLockdown());
        assertEquals(Answer.PERHAPS, mayCome(stand.now()));
        assertEquals(Answer.YES, mayCome(stand.now().plus(LASTS)));
        sick.ends();
        stand.compound().run(Duration.ofMinutes(2));
        assertEquals(Answer.YES, mayCome(stand.now()));
    }

    @Test
    void a_volunteer_before_a_door_that_stays_closed_calls_as_well() {
        stand.begins(FaultName.DISK_READ_ONLY);
        hears(
                new Deed.KeptOut(
                        CheckStand.volunteer(), CheckStand.volunteer().card(), stand.point()));
        assertEquals(Answer.PERHAPS, mayCome(stand.now()));
    }

    @Test
    void who_may_come_either_way_comes_whatever_the_disk_does() {
        stand.begins(FaultName.DISK_READ_ONLY);
        hears(stand.calledLockdown());
        assertEquals(
                Answer.YES,
                lockdowns.ask(stand.gate().id(), stand.now(), LASTS, lockedDown -> true));
    }

    @Test
    void nobody_judges_by_a_level_that_came_later() {
        Instant before = stand.now();
        stand.compound().run(Duration.ofSeconds(10));
        lockdowns.hear(stand.lockedDown());
        assertEquals(Answer.PERHAPS, mayCome(before));
        assertEquals(Answer.YES, mayCome(stand.now()));
    }
}
