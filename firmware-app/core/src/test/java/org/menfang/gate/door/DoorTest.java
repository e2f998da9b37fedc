package org.menfang.gate.door;

import static org.menfang.gate.door.DoorTable.check;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.gate.Samples;
import org.menfang.vocabulary.DoorAct;

/// Each line: a time, an act, the phase after it, and what has to be told. Release 5 s (extended 15
/// s), held after 30 s (extended 60 s), warning 10 s before.
class DoorTest {

    @Test
    void a_door_left_open_after_a_grant_is_held() {
        check(
                """
                0s  grant -> Released Unlock
                2s  open  -> Open     Lock Opened Taken
                21s tick  -> Open
                22s tick  -> PreAlarm Warn
                31s tick  -> PreAlarm
                32s tick  -> Held     HeldOpen
                40s close -> Secured  Closed WarningOver HeldOver
                """);
    }

    @Test
    void a_grant_that_nobody_uses_ends_by_itself() {
        check(
                """
                0s    grant -> Released Unlock
                4999ms tick -> Released
                5s    tick  -> Secured  Lock NotTaken
                """);
    }

    @Test
    void a_second_grant_while_released_extends() {
        check(
                """
                0s grant -> Released Unlock
                3s grant -> Released
                5s tick  -> Released
                8s tick  -> Secured Lock NotTaken
                """);
    }

    @Test
    void a_shorter_grant_does_not_cut_a_longer_one() {
        check(
                """
                0s  extended -> Released Unlock
                1s  grant    -> Released
                6s  tick     -> Released
                15s tick     -> Secured Lock NotTaken
                """);
    }

    @Test
    void who_needs_longer_has_longer() {
        check(
                """
                0s  extended -> Released Unlock
                14s open     -> Open Lock Opened Taken
                63s tick     -> Open
                64s tick     -> PreAlarm Warn
                74s tick     -> Held HeldOpen
                """);
    }

    @Test
    void a_door_opened_with_no_grant_is_forced_until_it_is_closed() {
        check(
                """
                0s   open  -> Forced  Opened ForcedOpen
                60s  tick  -> Forced
                61s  grant -> Forced  Unlock
                62s  close -> Released Closed
                66s  tick  -> Secured Lock Taken
                """);
    }

    @Test
    void a_strike_is_secured_again_as_soon_as_the_leaf_is_open() {
        check(
                Samples.strike(),
                """
                0s grant -> Released Unlock
                1s open  -> Open Lock Opened Taken
                4s close -> Secured Closed
                """);
    }

    @Test
    void a_magnet_waits_for_the_leaf() {
        check(
                Samples.maglock(),
                """
                0s  grant -> Released Unlock
                1s  open  -> Open Opened Taken
                9s  tick  -> Open
                10s close -> Secured Lock Closed
                """);
    }

    @Test
    void a_magnet_does_not_wait_for_a_leaf_that_is_held() {
        check(
                Samples.maglock(),
                """
                0s  grant -> Released Unlock
                1s  open  -> Open Opened Taken
                21s tick  -> PreAlarm Warn
                31s tick  -> Held Lock HeldOpen
                99s close -> Secured Closed WarningOver HeldOver
                """);
    }

    @Test
    void a_grant_while_the_leaf_is_open_is_for_the_next_opening() {
        check(
                """
                0s  grant -> Released Unlock
                1s  open  -> Open Lock Opened Taken
                25s tick  -> PreAlarm Warn
                26s grant -> Open Unlock WarningOver
                27s close -> Released Closed
                28s open  -> Open Lock Opened Taken
                29s close -> Secured Closed
                """);
    }

    @Test
    void a_grant_at_an_open_leaf_counts_as_used_since_nobody_sees_who_walks_through() {
        check(
                """
                0s  grant -> Released Unlock
                1s  open  -> Open Lock Opened Taken
                3s  grant -> Open Unlock
                7s  close -> Released Closed
                8s  tick  -> Secured Lock Taken
                """);
    }

    @Test
    void leaving_is_possible_in_every_mode() {
        for (DoorAct mode : List.of(DoorAct.LOCK, DoorAct.BLOCK, DoorAct.LOCK_DOWN)) {
            String changed = mode == DoorAct.LOCK ? "" : " ModeChanged";
            check(
                    """
                    0s MODE -> SecuredCHANGED
                    1s rex  -> Released Unlock
                    2s open -> Open Lock Opened Taken
                    3s close -> Secured Closed
                    """
                            .replace("MODE", mode.name())
                            .replace("CHANGED", changed));
        }
    }

    @Test
    void who_leaves_is_not_locked_in_by_a_lockdown_and_who_enters_is_locked_out() {
        check(
                """
                0s rex       -> Released Unlock
                1s LOCK_DOWN -> Released ModeChanged
                5s tick      -> Secured Lock NotTaken
                """);
        check(
                """
                0s grant     -> Released Unlock
                1s LOCK_DOWN -> Secured Lock ModeChanged NotTaken
                """);
    }

    @Test
    void who_leaves_in_the_passage_of_another_keeps_it() {
        check(
                """
                0s grant -> Released Unlock
                1s rex   -> Released
                2s BLOCK -> Released ModeChanged
                6s tick  -> Secured Lock NotTaken
                """);
    }

    @Test
    void fire_releases_a_door_in_every_mode_and_until_it_is_over() {
        for (DoorAct mode : List.of(DoorAct.LOCK, DoorAct.BLOCK, DoorAct.LOCK_DOWN)) {
            String changed = mode == DoorAct.LOCK ? "" : " ModeChanged";
            check(
                    """
                    0s   MODE      -> SecuredCHANGED
                    1s   fire      -> Released Unlock
                    2s   open      -> FreelyOpen Opened
                    300s tick      -> FreelyOpen
                    301s close     -> Released Closed
                    302s fire-over -> Secured Lock
                    """
                            .replace("MODE", mode.name())
                            .replace("CHANGED", changed));
        }
    }

    @Test
    void a_door_that_is_open_when_the_fire_is_over_has_to_be_closed_in_time() {
        check(
                """
                0s  fire      -> Released Unlock
                1s  open      -> FreelyOpen Opened
                10s fire-over -> Open Lock
                30s tick      -> PreAlarm Warn
                40s tick      -> Held HeldOpen
                """);
    }

    @Test
    void fire_ends_a_held_door_and_leaves_a_forced_one() {
        check(
                """
                0s  grant -> Released Unlock
                1s  open  -> Open Lock Opened Taken
                31s tick  -> Held Warn HeldOpen
                32s fire  -> FreelyOpen Unlock WarningOver HeldOver
                """);
        check(
                """
                0s  open  -> Forced Opened ForcedOpen
                1s  fire  -> Forced Unlock
                2s  close -> Released Closed
                """);
    }

    @Test
    void a_door_found_open_at_the_start_is_not_forced_but_has_to_be_closed() {
        check(
                """
                0s  found-open -> Open Opened
                30s tick       -> Held Warn HeldOpen
                """);
    }

    @Test
    void an_operator_releases_for_one_passage() {
        check(
                """
                0s ACCESS -> Released Unlock
                1s open   -> Open Lock Opened Taken
                """);
    }
}
