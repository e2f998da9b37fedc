package org.menfang.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.LevelRules;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.GateState;

/// The level of the compound, lock-downs and hold-opens, from the hub to the lock.
class LevelTest {
    private static final Set<DoorId> BOTH = Set.of(Samples.NORTH, Samples.SOUTH);

    private static GateScript running() {
        return running(LevelSamples.table());
    }

    private static GateScript running(AccessTable table) {
        return GateScript.runningAt(Samples.NOON, table)
                .showing(
                        ScriptEffects.Kind.OUTPUT,
                        ScriptEffects.Kind.EVENT,
                        ScriptEffects.Kind.RESULT,
                        ScriptEffects.Kind.LEDGER);
    }

    private static GateScript again(GateScript before, Duration later, TimeTrust trust) {
        JournalStart start = before.afterPowerCut();
        return new GateScript(
                        Samples.controller(start, LevelSamples.table()),
                        start,
                        Samples.NOON.plus(later),
                        trust)
                .showing(ScriptEffects.Kind.OUTPUT, ScriptEffects.Kind.EVENT);
    }

    @Test
    void a_level_rules_the_doors_and_ends_by_itself() {
        running()
                .showing(ScriptEffects.Kind.OUTPUT, ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s     UNLOCK south       -> Unlock south, DoorModeChanged UNLOCKED, CommandAnswered DONE
                        2s     BLOCK north        -> DoorModeChanged BLOCKED, CommandAnswered DONE
                        10s    level EVACUATION 5 -> Unlock north, DoorModeChanged UNLOCKED, DoorModeChanged LOCKED_OPEN, LevelChanged EVACUATION, CommandAnswered DONE
                        5m9s   tick
                        5m10s  tick               -> Lock north, DoorModeChanged BLOCKED, DoorModeChanged UNLOCKED, LevelChanged NORMAL
                        """);
    }

    @Test
    void a_person_ends_a_level_before_its_time() {
        running()
                .run(
                        """
                        1s level EVACUATION -> Unlock north, DoorModeChanged UNLOCKED, Unlock south, DoorModeChanged LOCKED_OPEN, keep LevelSet, LevelChanged EVACUATION, CommandAnswered DONE, result DONE
                        9s level NORMAL     -> Lock north, DoorModeChanged LOCKED, Lock south, DoorModeChanged LOCKED, forget LevelSet, LevelChanged NORMAL, CommandAnswered DONE, result DONE
                        9s level NORMAL     -> CommandAnswered DONE, result DONE
                        """);
    }

    @Test
    void a_level_lasts_no_longer_than_the_rules_allow() {
        running()
                .showing(ScriptEffects.Kind.RESULT, ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s     level PATROL_PRESENT 61 -> CommandAnswered REFUSED_BY_STATE, result REFUSED_BY_STATE
                        2s     level PATROL_PRESENT 0  -> CommandAnswered REFUSED_BY_STATE, result REFUSED_BY_STATE
                        3s     level PATROL_PRESENT    -> LevelChanged PATROL_PRESENT, CommandAnswered DONE, result DONE
                        60m2s  tick
                        60m3s  tick                    -> LevelChanged NORMAL
                        """);
    }

    @Test
    void a_level_without_a_rule_is_refused() {
        running(Samples.table())
                .run(
                        """
                        1s level LOCKDOWN 5 -> CommandAnswered REFUSED_BY_STATE, result REFUSED_BY_STATE
                        2s level NORMAL     -> CommandAnswered DONE, result DONE
                        """);
    }

    @Test
    void a_level_set_again_begins_anew() {
        running()
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s     level PATROL_PRESENT 10 -> LevelChanged PATROL_PRESENT, CommandAnswered DONE
                        9m     level PATROL_PRESENT 10 -> LevelChanged PATROL_PRESENT, CommandAnswered DONE
                        18m59s tick
                        19m    tick                    -> LevelChanged NORMAL
                        """);
    }

    @Test
    void one_level_takes_the_place_of_another() {
        running()
                .showing(ScriptEffects.Kind.OUTPUT, ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s  level LOCKDOWN   -> DoorModeChanged LOCKED_DOWN, DoorModeChanged BLOCKED, LevelChanged LOCKDOWN, CommandAnswered DONE
                        2s  level EVACUATION -> Unlock north, DoorModeChanged UNLOCKED, Unlock south, DoorModeChanged LOCKED_OPEN, LevelChanged EVACUATION, CommandAnswered DONE
                        90m level PATROL_PRESENT 1 -> Lock north, DoorModeChanged LOCKED, Lock south, DoorModeChanged LOCKED, LevelChanged PATROL_PRESENT, CommandAnswered DONE
                        """);
    }

    @Test
    void a_person_does_not_move_a_door_that_a_level_rules() {
        running()
                .showing(ScriptEffects.Kind.RESULT)
                .run(
                        """
                        1s level LOCKDOWN          -> result DONE
                        2s UNLOCK north            -> result REFUSED_BY_STATE
                        3s LOCK_DOWN_RELEASE north -> result REFUSED_BY_STATE
                        4s ACCESS south            -> result REFUSED_BY_STATE
                        5s hold south 5            -> result REFUSED_BY_STATE
                        """);
    }

    @Test
    void nobody_is_kept_in_by_a_level_and_fire_wins_over_it() {
        for (String level : List.of("PATROL_PRESENT", "LOCKDOWN", "EVACUATION")) {
            for (String mode : List.of("LOCK", "UNLOCK", "BLOCK", "LOCK_DOWN", "LOCK_OPEN")) {
                GateScript script = running().showing(ScriptEffects.Kind.RESULT);
                script.run("1s MODE north -> result DONE".replace("MODE", mode));
                script.run("1s MODE south -> result DONE".replace("MODE", mode));
                script.run("2s level LEVEL -> result DONE".replace("LEVEL", level));
                script.run("10s rex north").run("10s rex south");
                assertEquals(BOTH, script.released(), level + " " + mode + ", REX");
                script.run("60s fire on");
                assertEquals(BOTH, script.released(), level + " " + mode + ", fire");
                script.run("90s tick");
                assertEquals(BOTH, script.released(), level + " " + mode + ", still fire");
            }
        }
    }

    @Test
    void cards_are_denied_while_a_level_shuts_their_door() {
        running()
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s level LOCKDOWN     -> DoorModeChanged LOCKED_DOWN, DoorModeChanged BLOCKED, LevelChanged LOCKDOWN, CommandAnswered DONE
                        2s card north 01:0001 -> AccessDenied DOOR_LOCKED_DOWN
                        3s card south 00000001 -> AccessDenied DOOR_BLOCKED
                        4s level NORMAL       -> DoorModeChanged LOCKED, DoorModeChanged LOCKED, LevelChanged NORMAL, CommandAnswered DONE
                        5s card north 01:0001 -> AccessGranted h-1
                        """);
    }

    @Test
    void a_level_survives_a_power_cut_for_what_is_left_of_it() {
        GateScript before =
                running()
                        .showing(ScriptEffects.Kind.RESULT)
                        .run("1s level LOCKDOWN 30 -> result DONE");
        again(before, Duration.ofMinutes(20), TimeTrust.TRUSTED)
                .run(
                        """
                        0s     tick         -> Lock north, Lock south, GateStarted, Lamp off
                        1s     BLOCK north  -> CommandAnswered REFUSED_BY_STATE
                        10m    tick
                        10m1s  tick         -> DoorModeChanged LOCKED, DoorModeChanged LOCKED, LevelChanged NORMAL
                        """);
    }

    @Test
    void a_level_that_ended_while_the_power_was_off_ends_at_the_start() {
        GateScript before =
                running()
                        .showing(ScriptEffects.Kind.RESULT)
                        .run("1s level EVACUATION 5 -> result DONE");
        again(before, Duration.ofMinutes(20), TimeTrust.TRUSTED)
                .run(
                        """
                        0s tick -> Unlock north, Unlock south, GateStarted, Lock north, DoorModeChanged LOCKED, Lock south, DoorModeChanged LOCKED, LevelChanged NORMAL, Lamp off
                        """);
    }

    @Test
    void without_a_trusted_clock_a_level_lasts_for_what_was_left_when_last_written() {
        GateScript before =
                running()
                        .showing(ScriptEffects.Kind.RESULT)
                        .run("1s level LOCKDOWN 30 -> result DONE")
                        .run("25m30s tick");
        again(before, Duration.ofDays(-20_000), TimeTrust.UNTRUSTED)
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        0s   tick -> GateStarted, LampSwitched on, TimeTrustChanged UNTRUSTED, AlarmRaised CLOCK_NOT_TRUSTED
                        1s   current on
                        4m   tick
                        5m   tick -> DoorModeChanged LOCKED, DoorModeChanged LOCKED, LevelChanged NORMAL
                        """);
    }

    @Test
    void a_clock_that_is_trusted_again_ends_a_level_whose_time_is_over() {
        GateScript before =
                running()
                        .showing(ScriptEffects.Kind.RESULT)
                        .run("1s level LOCKDOWN 30 -> result DONE");
        again(before, Duration.ZERO, TimeTrust.UNTRUSTED)
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        0s  tick -> GateStarted, LampSwitched on, TimeTrustChanged UNTRUSTED, AlarmRaised CLOCK_NOT_TRUSTED
                        1s   current on
                        10s clock 2026-11-23T04:29:00Z trusted -> TimeTrustChanged TRUSTED, AlarmReturned, LampSwitched off
                        1m10s tick
                        1m11s tick -> DoorModeChanged LOCKED, DoorModeChanged LOCKED, LevelChanged NORMAL
                        """);
    }

    @Test
    void no_wall_clock_moves_the_end_of_a_level_that_is_on() {
        running()
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s     level PATROL_PRESENT 10 -> LevelChanged PATROL_PRESENT, CommandAnswered DONE
                        1m     clock 2026-11-24T04:00:00Z trusted
                        2m     clock 2026-11-23T04:00:00Z trusted -> TimeTrustChanged UNTRUSTED, AlarmRaised CLOCK_NOT_TRUSTED, LampSwitched on
                        2m1s   current on
                        3m     clock 1970-01-01T00:00:00Z untrusted
                        10m    tick
                        10m1s  tick -> LevelChanged NORMAL
                        """);
    }

    @Test
    void rules_that_no_longer_know_a_level_end_it_and_shorter_ones_cut_it() {
        LevelRules known = LevelSamples.levels();
        LevelRules shorter = LevelSamples.lasting(known, 5);
        running()
                .knowing("same", LevelSamples.table())
                .knowing("shorter", LevelSamples.tableOf(shorter))
                .knowing("none", Samples.table())
                .showing(ScriptEffects.Kind.OUTPUT, ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s    level LOCKDOWN 30 -> DoorModeChanged LOCKED_DOWN, DoorModeChanged BLOCKED, LevelChanged LOCKDOWN, CommandAnswered DONE
                        2s    rex north         -> Unlock north, ExitRequested
                        3s    rules same        -> RulesApplied
                        10s   tick              -> Lock north, AccessNotTaken
                        1m    rules shorter     -> RulesApplied
                        6m    tick              -> DoorModeChanged LOCKED, DoorModeChanged LOCKED, LevelChanged NORMAL
                        7m    level LOCKDOWN    -> DoorModeChanged LOCKED_DOWN, DoorModeChanged BLOCKED, LevelChanged LOCKDOWN, CommandAnswered DONE
                        8m    rules none        -> RulesApplied, DoorModeChanged LOCKED, DoorModeChanged LOCKED, LevelChanged NORMAL
                        """);
    }

    @Test
    void the_hub_hears_who_set_a_level_and_when_it_and_a_hold_open_end() {
        GateScript script = running().showing(ScriptEffects.Kind.RESULT);
        script.run("1s link up");
        script.run("2s hold north 10            -> result DONE");
        script.run("3s level PATROL_PRESENT 30  -> result DONE");
        script.run("9s tick");
        GateState told = lastState(script);
        Instant set = told.time().minus(Duration.ofMillis(told.uptimeMillis())).plusSeconds(60);
        assertEquals(SiteLevel.PATROL_PRESENT, told.level());
        assertEquals(new OperatorName("李阿姨"), told.levelBy());
        assertEquals(set.plusSeconds(3 + 30 * 60), told.levelEndsAt());
        assertEquals(set.plusSeconds(2 + 10 * 60), told.doors().getFirst().modeEndsAt());
        script.run("31m tick");
        assertEquals(SiteLevel.NORMAL, lastState(script).level());
        assertNull(lastState(script).levelEndsAt());
        assertNull(lastState(script).doors().getFirst().modeEndsAt());
    }

    @Test
    void a_volunteer_sets_the_level_of_readers_with_a_card_shown_three_times() {
        running()
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s     card north 01:0007 -> AccessGranted h-7
                        3s     card north 01:0007 -> AccessGranted h-7
                        5s     card north 01:0007 -> AccessGranted h-7, LevelChanged PATROL_PRESENT
                        20s    card north 01:0001 -> AccessNotTaken, AccessGranted h-1
                        22s    card north 01:0001 -> AccessGranted h-1
                        24s    card north 01:0001 -> AccessGranted h-1
                        60m4s  tick               -> AccessNotTaken
                        60m5s  tick               -> LevelChanged NORMAL
                        """);
    }

    @Test
    void a_reader_never_sets_a_lower_level_than_there_is() {
        running()
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s  level EVACUATION 30 -> DoorModeChanged UNLOCKED, DoorModeChanged LOCKED_OPEN, LevelChanged EVACUATION, CommandAnswered DONE
                        2s  card north 01:0007  -> AccessGranted h-7
                        4s  card north 01:0007  -> AccessGranted h-7
                        6s  card north 01:0007  -> AccessGranted h-7
                        30m tick                -> AccessNotTaken
                        31m tick                -> DoorModeChanged LOCKED, DoorModeChanged LOCKED, LevelChanged NORMAL
                        """);
    }

    private static GateState lastState(GateScript script) {
        return script.all().stream()
                .filter(Effect.PublishState.class::isInstance)
                .map(effect -> ((Effect.PublishState) effect).state())
                .reduce((_, later) -> later)
                .orElseThrow();
    }
}
