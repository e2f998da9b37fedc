package org.menfang.gate.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.menfang.gate.door.DoorTable.check;
import static org.menfang.gate.door.DoorTable.told;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Samples;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorMode;

/// What people, levels and schedules mean a door to do, as {@link DoorTable} tells it.
class DoorModesTest {
    @Test
    void a_lockdown_of_a_door_ends_by_itself() {
        check(
                """
                0s     LOCK_DOWN -> Secured ModeChanged
                19m59s tick      -> Secured
                20m    tick      -> Secured ModeChanged
                21m    grant     -> Released Unlock
                """);
    }

    @Test
    void a_lockdown_that_is_asked_for_again_begins_anew() {
        check(
                """
                0s  LOCK_DOWN -> Secured ModeChanged
                15m LOCK_DOWN -> Secured
                20m tick      -> Secured
                35m tick      -> Secured ModeChanged
                """);
    }

    @Test
    void a_door_held_open_may_stand_open_and_has_then_to_be_closed_in_time() {
        check(
                """
                0s     hold  -> Released Unlock ModeChanged
                1s     open  -> FreelyOpen Opened
                9m     tick  -> FreelyOpen
                10m    tick  -> Open Lock ModeChanged
                10m20s tick  -> PreAlarm Warn
                10m30s tick  -> Held HeldOpen
                10m40s close -> Secured Closed WarningOver HeldOver
                """);
    }

    @Test
    void a_door_held_open_falls_back_to_what_it_was() {
        check(
                """
                0s  UNLOCK -> Released Unlock ModeChanged
                1s  hold   -> Released
                10m tick   -> Released
                11m LOCK   -> Secured Lock ModeChanged
                12m hold   -> Released Unlock ModeChanged
                22m tick   -> Secured Lock ModeChanged
                """);
    }

    @Test
    void a_later_word_ends_a_hold_open() {
        for (DoorAct act : List.of(DoorAct.LOCK, DoorAct.BLOCK, DoorAct.LOCK_DOWN)) {
            check(
                    """
                    0s hold -> Released Unlock ModeChanged
                    1m ACT  -> Secured Lock ModeChanged
                    """
                            .replace("ACT", act.name()));
        }
    }

    @Test
    void a_level_takes_back_a_right_to_enter_and_never_a_right_to_leave() {
        check(
                """
                0s grant             -> Released Unlock
                1s level:LOCKED_DOWN -> Secured Lock ModeChanged NotTaken
                2s rex               -> Released Unlock
                3s open              -> Open Lock Opened Taken
                4s close             -> Secured Closed
                5s level-over        -> Secured ModeChanged
                """);
        check(
                """
                0s rex           -> Released Unlock
                1s level:BLOCKED -> Released ModeChanged
                5s tick          -> Secured Lock NotTaken
                """);
    }

    @Test
    void a_level_that_is_over_leaves_a_door_as_people_and_schedules_had_it() {
        for (String before : List.of("LOCK", "UNLOCK", "BLOCK", "LOCK_DOWN", "LOCK_OPEN")) {
            Door set = told(Door.closed(Samples.strike(), Intent.LOCKED), before, at(0));
            for (DoorMode mode : List.of(DoorMode.UNLOCKED, DoorMode.BLOCKED)) {
                assertEquals(set, set.inLevel(mode, at(1)).inLevel(null, at(2)), before);
            }
        }
    }

    @Test
    void a_schedule_does_not_disturb_who_passes() {
        check(
                """
                0s schedule:UNLOCKED -> Released Unlock ModeChanged
                1s schedule:LOCKED   -> Secured Lock ModeChanged
                2s grant             -> Released Unlock
                3s schedule:UNLOCKED -> Released ModeChanged
                4s schedule:LOCKED   -> Released ModeChanged
                5s open              -> Open Lock Opened Taken
                """);
    }

    @Test
    void a_door_unlocked_for_everybody_may_stand_open() {
        check(
                """
                0s   UNLOCK -> Released Unlock ModeChanged
                1s   open   -> FreelyOpen Opened
                300s tick   -> FreelyOpen
                301s grant  -> FreelyOpen
                306s tick   -> FreelyOpen Taken
                310s LOCK   -> Open Lock ModeChanged
                340s tick   -> Held Warn HeldOpen
                """);
    }

    @Test
    void unlocking_a_held_door_ends_the_cause() {
        check(
                """
                0s  grant     -> Released Unlock
                1s  open      -> Open Lock Opened Taken
                31s tick      -> Held Warn HeldOpen
                32s LOCK_OPEN -> FreelyOpen Unlock ModeChanged WarningOver HeldOver
                """);
    }

    private static MonotonicTime at(int seconds) {
        return MonotonicTime.START.plus(Duration.ofSeconds(seconds));
    }
}
