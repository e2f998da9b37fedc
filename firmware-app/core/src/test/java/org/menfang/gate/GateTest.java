package org.menfang.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.gate.alarm.Alarm;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.TimeTrust;

/// Doors, fire, alarms and the start and stop of a gate.
class GateTest {
    @Test
    void the_first_step_brings_every_output_to_its_place() {
        new GateScript(JournalStart.FIRST, Samples.NOON, TimeTrust.TRUSTED)
                .run("0s tick -> Lock north, Lock south, GateStarted, Lamp off");
    }

    @Test
    void a_stop_takes_the_power_from_every_lock_and_ends_all() {
        GateScript.running()
                .showing(
                        ScriptEffects.Kind.OUTPUT,
                        ScriptEffects.Kind.EVENT,
                        ScriptEffects.Kind.LIFE)
                .run(
                        """
                        1s  card north 01:0001 -> AccessGranted h-1, Unlock north
                        2s  stop -> Lock north, Unlock south, GateStopped, farewell
                        3s  card north 01:0001
                        20s tick
                        """);
    }

    @Test
    void a_forced_door_is_an_alarm_that_stays_until_a_person_resets_it() {
        GateScript.running()
                .run(
                        """
                        1s  open north
                        2s  tick -> DoorOpened, AlarmRaised FORCED_OPEN, picture
                        3s  reset FORCED_OPEN       -> CommandAnswered REFUSED_BY_STATE, result REFUSED_BY_STATE
                        5s  close north
                        6s  tick -> DoorClosed, AlarmReturned
                        7s  reset FORCED_OPEN       -> CommandAnswered REFUSED_BY_STATE, result REFUSED_BY_STATE
                        8s  acknowledge FORCED_OPEN -> AlarmAcknowledged, CommandAnswered DONE, result DONE
                        9s  acknowledge FORCED_OPEN -> CommandAnswered DONE, result DONE
                        10s reset FORCED_OPEN       -> AlarmReset, CommandAnswered DONE, result DONE
                        11s reset 1                 -> CommandAnswered REFUSED_UNKNOWN_TARGET, result REFUSED_UNKNOWN_TARGET
                        """);
    }

    @Test
    void a_cause_that_comes_again_raises_the_same_alarm_again() {
        GateScript script =
                GateScript.running()
                        .showing(ScriptEffects.Kind.EVENT)
                        .run(
                                """
                                1s  open north
                                2s  close north -> DoorOpened, AlarmRaised FORCED_OPEN
                                3s  acknowledge FORCED_OPEN -> DoorClosed, AlarmReturned, AlarmAcknowledged, CommandAnswered DONE
                                4s  open north
                                5s  close north -> DoorOpened, AlarmRaised FORCED_OPEN
                                6s  tick -> DoorClosed, AlarmReturned
                                """);
        assertEquals(1, script.alarms().size());
        assertEquals(AlarmState.RETURNED, script.alarms().getFirst().state());
        assertEquals(1, script.alarms().getFirst().id().value());
    }

    @Test
    void a_contact_that_bounces_is_no_alarm() {
        GateScript.running()
                .run(
                        """
                        1s     open north
                        1020ms close north
                        1100ms open north
                        1110ms close north
                        1150ms open north
                        1200ms close north
                        3s     card north 01:0001 -> show READ, AccessGranted h-1, picture, Unlock north, show GRANTED
                        4s     open north
                        4010ms close north
                        4200ms open north
                        4450ms tick -> Lock north, DoorOpened, AccessTaken
                        6s     close north
                        6100ms open north
                        6200ms close north
                        7s     tick -> DoorClosed
                        """);
    }

    @Test
    void a_door_opened_in_the_last_moment_of_a_grant_is_not_forced() {
        GateScript.running()
                .run(
                        """
                        1s     card north 01:0001 -> show READ, AccessGranted h-1, picture, Unlock north, show GRANTED
                        5900ms open north
                        6140ms tick
                        6150ms tick -> Lock north, DoorOpened, AccessTaken
                        """);
    }

    @Test
    void a_contact_that_never_rests_keeps_no_lock_released() {
        GateScript script =
                GateScript.running()
                        .showing(ScriptEffects.Kind.OUTPUT)
                        .run("1s card north 01:0001 -> Unlock north");
        for (int millis = 1_100; millis < 6_000; millis += 100) {
            script.run(millis + "ms " + (millis % 200 == 0 ? "open" : "close") + " north");
        }
        script.run("6s open north -> Lock north");
    }

    @Test
    void a_held_door_warns_at_its_readers() {
        GateScript.running()
                .run(
                        """
                        1s  card north 01:0001 -> show READ, AccessGranted h-1, picture, Unlock north, show GRANTED
                        2s  open north
                        3s  arrived 2 -> Lock north, DoorOpened, AccessTaken, PictureTaken
                        22s tick
                        23s tick -> show CLOSE_THE_DOOR
                        33s tick -> AlarmRaised HELD_OPEN, picture
                        34s close north
                        35s tick -> DoorClosed, AlarmReturned, show IDLE
                        """);
    }

    @Test
    void whoever_wants_to_leave_is_released_in_the_same_step() {
        GateScript.running()
                .run(
                        """
                        1s  rex north -> Unlock north, ExitRequested
                        2s  open north
                        3s  close north -> Lock north, DoorOpened, AccessTaken
                        4s  LOCK_DOWN north -> DoorClosed, DoorModeChanged LOCKED_DOWN, CommandAnswered DONE, result DONE
                        5s  rex north -> Unlock north, ExitRequested
                        20s tick -> Lock north, AccessNotTaken
                        """);
    }

    @Test
    void fire_releases_every_door_until_its_input_is_quiet_and_a_person_has_reset_it() {
        GateScript.running()
                .run(
                        """
                        1s  BLOCK north      -> DoorModeChanged BLOCKED, CommandAnswered DONE, result DONE
                        2s  fire on          -> AlarmRaised FIRE, Unlock north, Unlock south
                        3s  open south
                        4s  LOCK_DOWN south  -> DoorOpened, DoorModeChanged LOCKED_DOWN, CommandAnswered DONE, result DONE
                        5s  acknowledge FIRE -> AlarmAcknowledged, CommandAnswered DONE, result DONE
                        6s  reset FIRE       -> CommandAnswered REFUSED_BY_STATE, result REFUSED_BY_STATE
                        7s  fire off         -> AlarmReturned
                        8s  close south
                        90s tick             -> DoorClosed
                        91s reset FIRE       -> AlarmReset, CommandAnswered DONE, result DONE, Lock north, Lock south
                        """);
    }

    @Test
    void a_gate_that_restarts_in_a_fire_keeps_its_doors_released() {
        AlarmSource gate = AlarmSource.of(new GateId("gate-1"));
        Alarm fire =
                new Alarm(
                        new AlarmId(4),
                        AlarmKind.FIRE,
                        gate,
                        "",
                        AlarmState.ACKNOWLEDGED,
                        Samples.NOON);
        JournalStart start =
                new JournalStart(
                        2,
                        9,
                        4,
                        0,
                        0,
                        Samples.NOON,
                        new Memory(List.of(fire), List.of()),
                        List.of());
        new GateScript(start, Samples.NOON, TimeTrust.TRUSTED)
                .run(
                        """
                        0s tick       -> Unlock north, Unlock south, GateStarted, Lamp off
                        1s fire off   -> AlarmReturned
                        2s reset FIRE -> AlarmReset, CommandAnswered DONE, result DONE, Lock north, Lock south
                        """);
    }

    @Test
    void modes_that_people_set_survive_a_restart() {
        GateScript before = GateScript.running().showing(ScriptEffects.Kind.RESULT);
        before.run("1s BLOCK north -> result DONE");
        before.run("2s LOCK_DOWN north -> result DONE");
        before.run("3s UNLOCK south -> result DONE");
        assertEquals(
                List.of(
                        new Memory.DoorModeSet(
                                Samples.NORTH,
                                DoorMode.LOCKED_DOWN,
                                DoorMode.BLOCKED,
                                Samples.NOON.plusSeconds(1),
                                Samples.NOON.plusSeconds(2 + 60 * 60)),
                        new Memory.DoorModeSet(
                                Samples.SOUTH,
                                DoorMode.UNLOCKED,
                                DoorMode.LOCKED,
                                Samples.NOON.plusSeconds(3),
                                null)),
                before.memory().modes());
        new GateScript(
                        new JournalStart(2, 9, 0, 0, 0, Samples.NOON, before.memory(), List.of()),
                        Samples.NOON,
                        TimeTrust.TRUSTED)
                .run(
                        """
                        0s tick -> Lock north, Unlock south, GateStarted, Lamp off
                        9s LOCK_DOWN_RELEASE north -> DoorModeChanged BLOCKED, CommandAnswered DONE, result DONE
                        """);
    }

    @Test
    void a_door_found_open_at_the_start_is_not_forced() {
        new GateScript(JournalStart.FIRST, Samples.NOON, TimeTrust.TRUSTED)
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        0s  open north -> GateStarted, DoorOpened
                        35s tick -> AlarmRaised HELD_OPEN
                        """);
    }

    @Test
    void a_monitor_that_says_nothing_at_the_start_says_closed() {
        new GateScript(JournalStart.FIRST, Samples.NOON, TimeTrust.TRUSTED)
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        0s tick -> GateStarted
                        6s open north
                        7s tick -> DoorOpened, AlarmRaised FORCED_OPEN
                        """);
    }

    @Test
    void a_forced_door_found_closed_after_a_restart_has_returned() {
        Alarm forced =
                new Alarm(
                        new AlarmId(1),
                        AlarmKind.FORCED_OPEN,
                        AlarmSource.of(Samples.NORTH),
                        "",
                        AlarmState.RAISED,
                        Samples.NOON);
        JournalStart start =
                new JournalStart(
                        2,
                        9,
                        1,
                        0,
                        0,
                        Samples.NOON,
                        new Memory(List.of(forced), List.of()),
                        List.of());
        new GateScript(start, Samples.NOON, TimeTrust.TRUSTED)
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        0s tick        -> GateStarted
                        1s close north -> AlarmReturned
                        """);
    }

    @Test
    void alarm_inputs_latch() {
        GateScript.running()
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s panic on          -> AlarmRaised PANIC
                        2s panic on
                        3s panic off         -> AlarmReturned
                        4s panic on          -> AlarmRaised PANIC
                        5s acknowledge PANIC -> AlarmAcknowledged, CommandAnswered DONE
                        6s panic off         -> AlarmReturned
                        7s panic on          -> AlarmRaised PANIC
                        """);
    }

    @Test
    void what_the_program_tells_is_an_alarm() {
        GateScript.running()
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s  dropped       -> AlarmRaised INPUTS_DROPPED
                        5s  dropped
                        14s tick
                        15s tick          -> AlarmReturned
                        16s site-rejected -> AlarmRaised SITE_FILE_REJECTED
                        60s tick
                        61s safe-mode      -> AlarmRaised SAFE_MODE
                        80s safe-mode-over -> AlarmReturned
                        """);
    }

    @Test
    void a_lamp_burns_from_dusk_to_dawn() {
        GateScript.runningAt(Samples.NOON.plusSeconds(5 * 3600 + 49 * 60))
                .run(
                        """
                        50s tick
                        61s tick       -> Lamp on, LampSwitched on
                        70s current on
                        12h19m50s tick
                        12h21m1s tick  -> Lamp off, LampSwitched off
                        """);
    }

    @Test
    void a_dead_lamp_and_a_cut_line_are_alarms_until_measured_good() {
        GateScript.runningAt(Samples.NOON.plusSeconds(8 * 3600))
                .run(
                        """
                        1s  current on  -> AlarmReturned
                        2s  current off
                        3s  current on
                        5s  line cut    -> AlarmRaised LAMP_LINE_CUT
                        6s  current off
                        7s  line whole
                        8s  line cut
                        9s  line whole
                        13s tick
                        14s tick        -> AlarmReturned
                        33s tick
                        34s tick        -> AlarmRaised LAMP_DEAD
                        40s current on  -> AlarmReturned
                        """);
    }

    @Test
    void a_line_is_watched_by_day_as_well() {
        GateScript.running().run("1s line cut -> AlarmRaised LAMP_LINE_CUT");
    }

    @Test
    void a_picture_comes_is_missed_or_is_too_late() {
        GateScript script =
                GateScript.running()
                        .run(
                                """
                                1s  card north 01:0001 -> show READ, AccessGranted h-1, picture, Unlock north, show GRANTED
                                2s  arrived 2          -> PictureTaken
                                3s  arrived 2
                                8s  card north 01:0001 -> Lock north, AccessNotTaken, show READ, AccessGranted h-1, picture, Unlock north, show GRANTED
                                9s  failed 5           -> PictureMissed
                                """);
        script.run(
                """
                20s card north 01:0001 -> Lock north, AccessNotTaken, show READ, AccessGranted h-1, picture, Unlock north, show GRANTED
                39s tick               -> Lock north, AccessNotTaken
                40s tick               -> PictureMissed
                41s arrived 8
                """);
    }

    @Test
    void a_camera_that_owes_too_many_pictures_is_asked_for_no_more() {
        GateScript script =
                GateScript.running().showing(ScriptEffects.Kind.PICTURE, ScriptEffects.Kind.EVENT);
        for (int count = 0; count < Limits.PICTURES_OWED_MAX; count++) {
            script.run("1s ACCESS north -> AccessGrantedByOperator, picture, CommandAnswered DONE");
        }
        script.run(
                "1s ACCESS north -> AccessGrantedByOperator, PictureMissed, CommandAnswered DONE");
    }

    @Test
    void a_lost_camera_is_an_alarm() {
        GateScript.running()
                .run(
                        """
                        1s camera lost  -> AlarmRaised CAMERA_LOST
                        2s camera lost
                        3s camera found -> AlarmReturned
                        """);
    }
}
