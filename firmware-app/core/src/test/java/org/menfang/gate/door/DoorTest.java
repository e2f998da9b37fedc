package org.menfang.gate.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Samples;
import org.menfang.gate.Times;
import org.menfang.site.DoorPlan;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.TimeTrust;

/// Each line: a time, an act, the phase after it, and what has to be told. Release 5 s (extended 15
/// s), held after 30 s (extended 60 s), warning 10 s before.
class DoorTest {
    private static void check(String table) {
        check(Samples.strike(), table);
    }

    private static void check(DoorPlan plan, String table) {
        Door door = Door.closed(plan, Intent.LOCKED);
        for (String line : table.lines().filter(text -> !text.isBlank()).toList()) {
            String[] sides = line.strip().split("\\s*->\\s*", -1);
            String[] words = sides[0].split("\\s+", -1);
            MonotonicTime now = MonotonicTime.START.plus(Times.parse(words[0]));
            Door next = after(door, words[1], now);
            List<String> told = new ArrayList<>();
            told.add(next.phase().getClass().getSimpleName());
            DoorChange.between(door, next)
                    .forEach(change -> told.add(change.getClass().getSimpleName()));
            assertEquals(sides[1].strip().replaceAll("\\s+", " "), String.join(" ", told), line);
            door = next;
        }
    }

    private static Door after(Door door, String word, MonotonicTime now) {
        return switch (word) {
            case "grant" -> door.grant(null, false, false, null, now);
            case "extended" -> door.grant(null, false, true, null, now);
            case "rex" -> door.grant(null, true, false, null, now);
            case "open" -> door.open(now);
            case "found-open" -> door.foundOpen(now);
            case "close" -> door.close();
            case "tick" -> door.timeIsDue(now);
            case "fire" -> door.meant(door.intent().withFire(true), now);
            case "fire-over" -> door.meant(door.intent().withFire(false), now);
            case "hold" -> door.holdOpen(moment(now), Duration.ofMinutes(10)).orElseThrow();
            case "level-over" -> door.inLevel(null, now);
            default -> told(door, word, now);
        };
    }

    private static Door told(Door door, String word, MonotonicTime now) {
        String[] parts = word.split(":", -1);
        return switch (parts[0]) {
            case "level" -> door.inLevel(DoorMode.valueOf(parts[1]), now);
            case "schedule" ->
                    door.meant(door.intent().withSchedule(DoorMode.valueOf(parts[1]), null), now);
            default ->
                    door.act(DoorAct.valueOf(word), moment(now), Duration.ofMinutes(20))
                            .orElseThrow();
        };
    }

    private static Moment moment(MonotonicTime now) {
        return new Moment(Samples.NOON, now, TimeTrust.TRUSTED);
    }

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
                66s  tick  -> Secured Lock NotTaken
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
    void a_door_unlocked_for_everybody_may_stand_open() {
        check(
                """
                0s   UNLOCK -> Released Unlock ModeChanged
                1s   open   -> FreelyOpen Opened
                300s tick   -> FreelyOpen
                301s grant  -> FreelyOpen
                306s tick   -> FreelyOpen NotTaken
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

    private static MonotonicTime at(int seconds) {
        return MonotonicTime.START.plus(Duration.ofSeconds(seconds));
    }
}
