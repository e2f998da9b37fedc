package org.menfang.gate;

import static org.menfang.gate.PlaceSamples.CLINIC;
import static org.menfang.gate.PlaceSamples.STREET;
import static org.menfang.gate.PlaceSamples.YARD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.gate.PlaceSamples.Extra;
import org.menfang.rules.AreaRule;
import org.menfang.vocabulary.Passback;
import org.menfang.vocabulary.TimeTrust;

/// Where people are, and what anti-passback makes of it.
class PassbackTest {
    private static final Extra HARD = Extra.NONE.with(PlaceSamples.area(YARD, Passback.HARD));
    private static final Extra HARD_FOR_TEN_MINUTES =
            Extra.NONE.with(new AreaRule(YARD, Passback.HARD, null, 10, null, List.of()));

    private static GateScript script(Extra extra) {
        return extra.running().showing(ScriptEffects.Kind.EVENT);
    }

    @Test
    void a_card_that_is_passed_back_over_the_fence_is_denied_and_looks_like_a_copy() {
        script(HARD)
                .run(
                        """
                        1s  card main-in 01:0001   -> AccessGranted a-1
                        2s  opens main             -> DoorOpened, AccessTaken
                        5s  shuts main             -> DoorClosed
                        20s card side-in 01:0001   -> AccessDenied PASSBACK, AlarmRaised CARD_CLONED
                        40s card main-exit 01:0001 -> AlarmReturned, AccessGranted a-1
                        41s opens main             -> DoorOpened, AccessTaken
                        45s shuts main             -> DoorClosed
                        60s card side-in 01:0001   -> AccessGranted a-1
                        """);
    }

    @Test
    void a_door_that_was_granted_and_not_opened_moves_nobody() {
        script(HARD)
                .run(
                        """
                        1s  card main-in 01:0001 -> AccessGranted a-1
                        9s  tick                 -> AccessNotTaken
                        10s card main-in 01:0001 -> AccessGranted a-1
                        """);
    }

    @Test
    void soft_passback_lets_pass_and_raises_an_alarm() {
        script(Extra.NONE.with(PlaceSamples.area(YARD, Passback.SOFT)))
                .run(
                        """
                        1s  card main-in 01:0001 -> AccessGranted a-1
                        2s  opens main           -> DoorOpened, AccessTaken
                        5s  shuts main           -> DoorClosed
                        20s card main-in 01:0001 -> AccessGranted a-1, AlarmRaised PASSBACK_VIOLATED
                        """);
    }

    @Test
    void nobody_is_denied_on_the_way_out() {
        script(Extra.NONE.with(PlaceSamples.area(STREET, Passback.HARD)))
                .run(
                        """
                        1s  card main-exit 01:0001 -> AccessGranted a-1
                        2s  opens main             -> DoorOpened, AccessTaken
                        5s  shuts main             -> DoorClosed
                        20s card main-exit 01:0001 -> AccessGranted a-1, AlarmRaised PASSBACK_VIOLATED
                        """);
    }

    @Test
    void whoever_seems_to_be_in_an_inner_area_does_not_come_from_the_street() {
        script(HARD)
                .run(
                        """
                        1s  card main-in 01:0001   -> AccessGranted a-1
                        2s  opens main             -> DoorOpened, AccessTaken
                        5s  shuts main             -> DoorClosed
                        20s card ward-in 01:0001   -> AccessGranted a-1
                        22s opens ward             -> DoorOpened, AccessTaken
                        25s shuts ward             -> DoorClosed
                        40s card main-in 01:0001   -> AccessDenied PASSBACK, AlarmRaised CARD_CLONED
                        60s card ward-exit 01:0001 -> AlarmReturned, AccessGranted a-1
                        """);
    }

    @Test
    void each_who_left_by_rex_excuses_one_who_comes_back() {
        script(HARD)
                .run(
                        """
                        1s  card main-in 01:0001 -> AccessGranted a-1
                        2s  opens main           -> DoorOpened, AccessTaken
                        5s  shuts main           -> DoorClosed
                        10s card main-in 01:0002 -> AccessGranted a-2
                        12s opens main           -> DoorOpened, AccessTaken
                        15s shuts main           -> DoorClosed
                        20s rex main             -> ExitRequested
                        21s opens main           -> DoorOpened, AccessTaken
                        25s shuts main           -> DoorClosed
                        40s card side-in 01:0002 -> AccessGranted a-2
                        41s opens side           -> DoorOpened, AccessTaken
                        45s shuts side           -> DoorClosed
                        60s card side-in 01:0001 -> AccessDenied PASSBACK, AlarmRaised CARD_CLONED
                        """);
    }

    @Test
    void a_rex_that_nobody_went_through_excuses_nobody() {
        script(HARD)
                .run(
                        """
                        1s  card main-in 01:0001 -> AccessGranted a-1
                        2s  opens main           -> DoorOpened, AccessTaken
                        5s  shuts main           -> DoorClosed
                        20s rex main             -> ExitRequested
                        40s card side-in 01:0001 -> AccessNotTaken, AccessDenied PASSBACK, AlarmRaised CARD_CLONED
                        """);
    }

    @Test
    void a_door_that_stood_open_to_everybody_makes_places_doubtful() {
        script(HARD)
                .run(
                        """
                        1s  card main-in 01:0001 -> AccessGranted a-1
                        2s  opens main           -> DoorOpened, AccessTaken
                        5s  shuts main           -> DoorClosed
                        20s UNLOCK side          -> DoorModeChanged UNLOCKED, CommandAnswered DONE
                        21s opens side           -> DoorOpened
                        25s shuts side           -> DoorClosed
                        26s LOCK side            -> DoorModeChanged LOCKED, CommandAnswered DONE
                        40s card main-in 01:0001 -> AccessGranted a-1
                        42s opens main           -> DoorOpened, AccessTaken
                        45s shuts main           -> DoorClosed
                        60s card main-in 01:0001 -> AccessDenied PASSBACK, AlarmRaised CARD_CLONED
                        """);
    }

    @Test
    void after_a_power_cut_the_first_passage_of_each_is_believed() {
        GateScript before = script(HARD);
        before.run(
                """
                1s card main-in 01:0001 -> AccessGranted a-1
                2s opens main           -> DoorOpened, AccessTaken
                5s shuts main           -> DoorClosed
                6s card main-in 01:0002 -> AccessGranted a-2
                7s opens main           -> DoorOpened, AccessTaken
                """);
        JournalStart start = before.afterPowerCut();
        new GateScript(HARD.controller(start), start, before.wall(), TimeTrust.TRUSTED)
                .showing(ScriptEffects.Kind.EVENT)
                .run(
                        """
                        10s card main-in 01:0001 -> GateStarted, AccessGranted a-1
                        12s opens main           -> DoorOpened, AccessTaken
                        16s shuts main           -> DoorClosed
                        20s card side-in 01:0001 -> AccessDenied PASSBACK, AlarmRaised CARD_CLONED
                        31s card side-in 01:0002 -> AlarmReturned, AccessGranted a-2
                        """);
    }

    @Test
    void a_volunteer_forgives() {
        script(HARD)
                .run(
                        """
                        1s  card main-in 01:0001 -> AccessGranted a-1
                        2s  opens main           -> DoorOpened, AccessTaken
                        5s  shuts main           -> DoorClosed
                        20s forgive a-1          -> PlaceForgiven, CommandAnswered DONE
                        21s card main-in 01:0001 -> AccessGranted a-1
                        22s forgive nobody       -> CommandAnswered REFUSED_UNKNOWN_TARGET
                        """);
    }

    @Test
    void a_place_is_forgotten_by_its_age() {
        script(HARD_FOR_TEN_MINUTES)
                .run(
                        """
                        1s    card main-in 01:0001 -> AccessGranted a-1
                        2s    opens main           -> DoorOpened, AccessTaken
                        5s    shuts main           -> DoorClosed
                        10m1s card main-in 01:0001 -> AccessDenied PASSBACK, AlarmRaised CARD_CLONED
                        11m   card main-in 01:0001 -> AlarmReturned, AccessGranted a-1
                        """);
    }

    @Test
    void places_are_forgotten_at_a_minute_of_the_day() {
        int fivePastNoon = 12 * 60 + 5;
        script(
                        Extra.NONE.with(
                                new AreaRule(
                                        YARD, Passback.HARD, fivePastNoon, null, null, List.of())))
                .run(
                        """
                        1s    card main-in 01:0001 -> AccessGranted a-1
                        2s    opens main           -> DoorOpened, AccessTaken
                        5s    shuts main           -> DoorClosed
                        4m59s card main-in 01:0001 -> AccessDenied PASSBACK, AlarmRaised CARD_CLONED
                        5m10s card main-in 01:0001 -> AlarmReturned, AccessGranted a-1
                        5m12s opens main           -> DoorOpened, AccessTaken
                        5m15s shuts main           -> DoorClosed
                        20m   card main-in 01:0001 -> AccessDenied PASSBACK, AlarmRaised CARD_CLONED
                        """);
    }

    @Test
    void the_same_holder_does_not_pass_again_at_once_where_that_is_asked_for() {
        script(Extra.NONE.with(PlaceSamples.notAgain("main-in", 60)))
                .run(
                        """
                        1s   card main-in 01:0001 -> AccessGranted a-1
                        2s   opens main           -> DoorOpened, AccessTaken
                        5s   shuts main           -> DoorClosed
                        30s  card main-in 01:0001 -> AccessDenied PASSBACK_TIMED
                        31s  card main-in 01:0002 -> AccessGranted a-2
                        40s  card side-in 01:0001 -> AccessNotTaken, AccessGranted a-1
                        1m3s card main-in 01:0001 -> AccessNotTaken, AccessGranted a-1
                        """);
    }

    @Test
    void while_the_clock_is_not_trusted_places_go_on_and_moments_do_not() {
        script(HARD.with(PlaceSamples.notAgain("side-in", 3_600)))
                .run(
                        """
                        1s  card side-in 01:0001   -> AccessGranted a-1
                        2s  opens side             -> DoorOpened, AccessTaken
                        5s  shuts side             -> DoorClosed
                        20s clock 1970-01-01T00:00:00Z untrusted -> TimeTrustChanged UNTRUSTED, AlarmRaised CLOCK_NOT_TRUSTED
                        30s card main-in 01:0001   -> AccessDenied PASSBACK, AlarmRaised CARD_CLONED
                        50s card main-exit 01:0001 -> AlarmReturned, AccessGranted a-1
                        51s opens main             -> DoorOpened, AccessTaken
                        55s shuts main             -> DoorClosed
                        60s card side-in 01:0001   -> AccessGranted a-1
                        """);
    }

    @Test
    void while_the_clock_is_not_trusted_nothing_is_forgotten_before_its_time() {
        script(HARD_FOR_TEN_MINUTES)
                .run(
                        """
                        1s  card side-in 01:0001 -> AccessGranted a-1
                        2s  opens side           -> DoorOpened, AccessTaken
                        5s  shuts side           -> DoorClosed
                        20s clock 2040-01-01T00:00:00Z untrusted -> TimeTrustChanged UNTRUSTED, AlarmRaised CLOCK_NOT_TRUSTED
                        30s card side-in 01:0001 -> AccessDenied PASSBACK, AlarmRaised CARD_CLONED
                        """);
    }

    @Test
    void other_gates_move_people_too() {
        script(HARD)
                .run(
                        """
                        1s  card main-in 01:0001 -> AccessGranted a-1
                        2s  opens main           -> DoorOpened, AccessTaken
                        5s  shuts main           -> DoorClosed
                        20s peer gate-2 5 granted a-1 01:0001 far-out street
                        21s card main-in 01:0001 -> AccessDenied PASSBACK, AlarmRaised CARD_CLONED
                        25s peer gate-2 6 taken 5
                        40s card main-in 01:0001 -> AlarmReturned, AccessGranted a-1
                        50s peer gate-2 9 granted a-2 01:0002 far-in yard -> AccessNotTaken
                        51s peer gate-2 10 taken 9
                        60s card main-in 01:0002 -> AccessDenied PASSBACK, AlarmRaised CARD_CLONED
                        72s peer gate-2 12 forgiven a-2 -> AlarmReturned
                        80s card main-in 01:0002 -> AccessGranted a-2
                        """);
    }

    @Test
    void news_that_come_late_do_not_move_anybody_back() {
        script(HARD)
                .run(
                        """
                        1s  card main-in 01:0001 -> AccessGranted a-1
                        2s  opens main           -> DoorOpened, AccessTaken
                        5s  shuts main           -> DoorClosed
                        20s peer gate-2 5 granted a-1 01:0001 far-out street -2h
                        21s peer gate-2 6 taken 5 -2h
                        30s card main-in 01:0001 -> AccessDenied PASSBACK, AlarmRaised CARD_CLONED
                        """);
    }

    @Test
    void a_pass_back_into_the_clinic_is_no_matter_of_the_yard() {
        script(Extra.NONE.with(PlaceSamples.area(CLINIC, Passback.HARD)))
                .run(
                        """
                        1s  card ward-in 01:0001 -> AccessGranted a-1
                        2s  opens ward           -> DoorOpened, AccessTaken
                        5s  shuts ward           -> DoorClosed
                        20s card ward-in 01:0001 -> AccessDenied PASSBACK, AlarmRaised CARD_CLONED
                        40s card main-in 01:0001 -> AlarmReturned, AccessGranted a-1
                        """);
    }
}
