package org.menfang.gate;

import static org.menfang.gate.PlaceSamples.CLINIC;
import static org.menfang.gate.PlaceSamples.YARD;

import org.junit.jupiter.api.Test;
import org.menfang.gate.PlaceSamples.Extra;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.TimeTrust;

/// How many may be in an area, and how long.
class OccupancyTest {
    private static final Extra TWO = Extra.NONE.with(PlaceSamples.full(CLINIC, 2));
    private static final Extra AN_HOUR =
            Extra.NONE.with(PlaceSamples.stays(CLINIC, HolderKind.VISITOR, 60));

    private static GateScript script(Extra extra) {
        return extra.running().showing(ScriptEffects.Kind.EVENT);
    }

    @Test
    void a_full_area_takes_nobody_until_somebody_has_left() {
        script(TWO)
                .run(
                        """
                        1s  card ward-in 01:0001   -> AccessGranted a-1
                        2s  opens ward             -> DoorOpened, AccessTaken
                        5s  shuts ward             -> DoorClosed
                        6s  card ward-in 01:0002   -> AccessGranted a-2
                        7s  opens ward             -> DoorOpened, AccessTaken
                        9s  shuts ward             -> DoorClosed
                        20s card ward-in 01:0004   -> AccessDenied AREA_FULL
                        30s card ward-exit 01:0001 -> AccessGranted a-1
                        31s opens ward             -> DoorOpened, AccessTaken
                        35s shuts ward             -> DoorClosed
                        40s card ward-in 01:0004   -> AccessGranted b-1
                        """);
    }

    @Test
    void whoever_is_let_in_and_has_not_passed_yet_has_a_place_kept() {
        script(TWO)
                .run(
                        """
                        1s  card ward-in 01:0001 -> AccessGranted a-1
                        2s  card ward-in 01:0002 -> AccessGranted a-2
                        3s  card ward-in 01:0004 -> AccessDenied AREA_FULL
                        4s  card ward-in 01:0001 -> AccessGranted a-1
                        20s card ward-in 01:0004 -> AccessNotTaken, AccessGranted b-1
                        """);
    }

    @Test
    void two_who_pass_together_need_room_for_both() {
        script(
                        Extra.NONE
                                .with(PlaceSamples.full(CLINIC, 1))
                                .with(PlaceSamples.twoPersons("ward-in")))
                .run(
                        """
                        1s card ward-in 01:0001
                        3s card ward-in 01:0002 -> AccessDenied AREA_FULL
                        """);
    }

    @Test
    void one_who_left_by_rex_makes_room_and_takes_none_twice() {
        script(TWO)
                .run(
                        """
                        1s  card ward-in 01:0001 -> AccessGranted a-1
                        2s  opens ward           -> DoorOpened, AccessTaken
                        5s  shuts ward           -> DoorClosed
                        6s  card ward-in 01:0002 -> AccessGranted a-2
                        7s  opens ward           -> DoorOpened, AccessTaken
                        9s  shuts ward           -> DoorClosed
                        20s rex ward             -> ExitRequested
                        21s opens ward           -> DoorOpened, AccessTaken
                        25s shuts ward           -> DoorClosed
                        30s card ward-in 01:0004 -> AccessGranted b-1
                        31s opens ward           -> DoorOpened, AccessTaken
                        35s shuts ward           -> DoorClosed
                        40s card ward-in 01:0001 -> AccessDenied AREA_FULL
                        """);
    }

    @Test
    void whoever_is_counted_already_takes_no_more_room() {
        script(Extra.NONE.with(PlaceSamples.full(CLINIC, 1)))
                .run(
                        """
                        1s  card ward-in 01:0001 -> AccessGranted a-1
                        2s  opens ward           -> DoorOpened, AccessTaken
                        5s  shuts ward           -> DoorClosed
                        20s card ward-in 01:0001 -> AccessGranted a-1
                        """);
    }

    @Test
    void a_restart_and_new_rules_forget_nobody() {
        GateScript before = script(TWO);
        before.run(
                """
                1s  card ward-in 01:0001 -> AccessGranted a-1
                2s  opens ward           -> DoorOpened, AccessTaken
                5s  shuts ward           -> DoorClosed
                6s  card ward-in 01:0002 -> AccessGranted a-2
                7s  opens ward           -> DoorOpened, AccessTaken
                """);
        JournalStart start = before.afterPowerCut();
        new GateScript(TWO.controller(start), start, before.wall(), TimeTrust.TRUSTED)
                .showing(ScriptEffects.Kind.EVENT)
                .knowing("same", TWO.table())
                .run(
                        """
                        1s card ward-in 01:0004 -> GateStarted, AccessDenied AREA_FULL
                        5s rules same           -> RulesApplied
                        9s card ward-in 01:0004 -> AccessDenied AREA_FULL
                        """);
    }

    @Test
    void a_visitor_of_the_clinic_who_stays_too_long_raises_an_alarm_until_he_leaves() {
        script(AN_HOUR)
                .run(
                        """
                        1s    card ward-in 01:0005   -> AccessGranted c-1
                        2s    opens ward             -> DoorOpened, AccessTaken
                        5s    shuts ward             -> DoorClosed
                        6s    card ward-in 01:0001   -> AccessGranted a-1
                        7s    opens ward             -> DoorOpened, AccessTaken
                        9s    shuts ward             -> DoorClosed
                        1h1s  tick
                        1h3s  tick                   -> AlarmRaised OVERSTAYED
                        2h    card ward-exit 01:0005 -> AccessGranted c-1
                        2h2s  opens ward             -> DoorOpened, AlarmReturned, AccessTaken
                        """);
    }

    @Test
    void an_overlong_stay_survives_a_restart_and_a_step_of_the_clock() {
        GateScript before = script(AN_HOUR);
        before.run(
                """
                1s  card ward-in 01:0005 -> AccessGranted c-1
                2s  opens ward           -> DoorOpened, AccessTaken
                5s  shuts ward           -> DoorClosed
                30m tick
                """);
        JournalStart start = before.afterPowerCut();
        new GateScript(AN_HOUR.controller(start), start, before.wall(), TimeTrust.TRUSTED)
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s  tick -> GateStarted
                        29m tick
                        31m tick -> AlarmRaised OVERSTAYED
                        """);
        new GateScript(AN_HOUR.controller(start), start, before.wall(), TimeTrust.TRUSTED)
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s  tick -> GateStarted
                        2s  clock 2026-11-23T09:00:00Z trusted
                        31m tick -> AlarmRaised OVERSTAYED
                        """);
    }

    @Test
    void whoever_goes_on_into_the_clinic_leaves_room_in_the_yard() {
        script(TWO.with(PlaceSamples.full(CLINIC, 1), PlaceSamples.full(YARD, 1)))
                .run(
                        """
                        1s  card main-in 01:0001 -> AccessGranted a-1
                        2s  opens main           -> DoorOpened, AccessTaken
                        5s  shuts main           -> DoorClosed
                        6s  card main-in 01:0002 -> AccessDenied AREA_FULL
                        20s card ward-in 01:0001 -> AccessGranted a-1
                        22s opens ward           -> DoorOpened, AccessTaken
                        25s shuts ward           -> DoorClosed
                        30s card main-in 01:0002 -> AccessGranted a-2
                        """);
    }
}
