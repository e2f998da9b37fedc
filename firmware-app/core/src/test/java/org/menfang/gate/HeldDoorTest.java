package org.menfang.gate;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.gate.rule.AccessTable;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.TimeTrust;

/// Doors that a person locks down or holds open for a while, from the hub to the lock.
class HeldDoorTest {
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
    void a_lockdown_of_one_door_ends_by_itself_after_the_time_of_the_rules() {
        running()
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s     LOCK_DOWN north -> DoorModeChanged LOCKED_DOWN, CommandAnswered DONE
                        20m    tick
                        20m1s  tick            -> DoorModeChanged LOCKED
                        """);
    }

    @Test
    void a_lockdown_of_one_door_survives_a_power_cut_and_a_hold_open_does_not() {
        GateScript before = running().showing(ScriptEffects.Kind.RESULT);
        before.run("1s LOCK_DOWN north -> result DONE");
        before.run("2s hold south 10   -> result DONE");
        again(before, Duration.ofMinutes(5), TimeTrust.TRUSTED)
                .run(
                        """
                        0s     tick -> Lock north, Lock south, GateStarted, Lamp off
                        15m    tick
                        15m1s  tick -> DoorModeChanged LOCKED
                        """);
        again(before, Duration.ofMinutes(5), TimeTrust.UNTRUSTED)
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        0s     tick -> GateStarted, LampSwitched on, TimeTrustChanged UNTRUSTED, AlarmRaised CLOCK_NOT_TRUSTED
                        1s   current on
                        19m59s tick
                        20m    tick -> DoorModeChanged LOCKED
                        """);
        again(before, Duration.ofMinutes(25), TimeTrust.TRUSTED)
                .showing(ScriptEffects.Kind.EVENT)
                .run("0s tick -> GateStarted, DoorModeChanged LOCKED");
    }

    @Test
    void a_lockdown_that_an_older_version_wrote_down_has_its_whole_time() {
        Memory older =
                new Memory(
                        List.of(),
                        List.of(
                                new Memory.DoorModeSet(
                                        Samples.NORTH, DoorMode.LOCKED_DOWN, DoorMode.BLOCKED)));
        JournalStart start = new JournalStart(2, 0, 0, 0, 0, Samples.NOON, older, List.of());
        new GateScript(
                        Samples.controller(start, LevelSamples.table()),
                        start,
                        Samples.NOON,
                        TimeTrust.TRUSTED)
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        0s     tick -> GateStarted
                        19m59s tick
                        20m    tick -> DoorModeChanged BLOCKED
                        """);
    }

    @Test
    void a_door_is_held_open_for_somebody_who_moves_house() {
        running()
                .run(
                        """
                        1s     hold north 10 -> Unlock north, DoorModeChanged UNLOCKED, CommandAnswered DONE, result DONE
                        2s     open north
                        9m     tick          -> DoorOpened
                        10m1s  tick          -> Lock north, DoorModeChanged LOCKED
                        10m30s tick
                        10m31s tick          -> AlarmRaised HELD_OPEN
                        11m    close north
                        12m    tick          -> DoorClosed, AlarmReturned
                        """);
    }

    @Test
    void a_hold_open_is_refused_where_the_rules_do_not_allow_it() {
        running()
                .showing(ScriptEffects.Kind.RESULT)
                .run(
                        """
                        1s hold north 11  -> result REFUSED_BY_STATE
                        2s hold north 0   -> result REFUSED_BY_STATE
                        3s hold moon 5    -> result REFUSED_UNKNOWN_TARGET
                        4s BLOCK north    -> result DONE
                        5s hold north 5   -> result REFUSED_BY_STATE
                        """);
    }
}
