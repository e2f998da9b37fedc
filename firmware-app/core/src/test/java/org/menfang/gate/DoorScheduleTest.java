package org.menfang.gate;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.DoorRule;
import org.menfang.rules.DoorRule.ModeTime;
import org.menfang.rules.HouseholdRules;
import org.menfang.rules.PassRules;
import org.menfang.rules.PlaceRules;
import org.menfang.rules.RecognitionRules;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SpecialDays;
import org.menfang.rules.WeeklySchedule;
import org.menfang.rules.WeeklySchedule.Period;
import org.menfang.rules.WeeklySchedule.SpecialPeriods;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SpecialDaysId;
import org.menfang.vocabulary.TimeTrust;

/// Doors whose modes follow schedules: the north door is open in the morning, from 8:00 to 11:30,
/// and blocked at night, from 23:00 to 5:00; the south door is open from 13:00 to 18:00 once a
/// volunteer has come. On New Year's Day neither opens in the morning nor in the afternoon. Scripts
/// begin on a Monday.
class DoorScheduleTest {
    private static final ScheduleId MORNING = new ScheduleId("morning");
    private static final ScheduleId NIGHT = new ScheduleId("night");
    private static final ScheduleId AFTERNOON = new ScheduleId("afternoon");
    private static final ScheduleId ALWAYS = new ScheduleId("always");
    private static final SpecialDaysId NEW_YEAR = new SpecialDaysId("new-year");
    private static final AccessProfileId HOME = new AccessProfileId("home");
    private static final AccessProfileId PATROL = new AccessProfileId("patrol");

    /// 7:00 of that Monday.
    private static final Instant SEVEN = Samples.NOON.minus(Duration.ofHours(5));

    private static final Site SITE = LevelSamples.siteWithoutLamps(Samples.ZONE);

    private static AccessTable table() {
        return table(SITE, 8 * 60);
    }

    /// @param opens the minute of the day at which the morning begins
    private static AccessTable table(Site site, int opens) {
        LocalDate newYear = LocalDate.of(2027, 1, 1);
        ModeTime morning = new ModeTime(MORNING, DoorMode.UNLOCKED, List.of());
        ModeTime night = new ModeTime(NIGHT, DoorMode.BLOCKED, List.of());
        ModeTime afternoon = new ModeTime(AFTERNOON, DoorMode.UNLOCKED, List.of(PATROL));
        PlaceRules places =
                new PlaceRules(
                        List.of(
                                new DoorRule(Samples.NORTH, List.of(night, morning)),
                                new DoorRule(Samples.SOUTH, List.of(afternoon))),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        return AccessTable.of(
                site,
                new RuleSet(
                        site.compound(),
                        7,
                        null,
                        List.of(),
                        List.of(
                                new SpecialDays(
                                        NEW_YEAR,
                                        List.of(new SpecialDays.Days(newYear, newYear, null)))),
                        List.of(
                                schedule(MORNING, opens, 11 * 60 + 30),
                                schedule(NIGHT, 23 * 60, 5 * 60),
                                schedule(AFTERNOON, 13 * 60, 18 * 60),
                                schedule(ALWAYS, 0, 24 * 60)),
                        List.of(ScheduleSamples.profile(HOME), ScheduleSamples.profile(PATROL)),
                        List.of(
                                ScheduleSamples.holder("h-1", HolderKind.RESIDENT, HOME),
                                ScheduleSamples.holder("h-7", HolderKind.VOLUNTEER, PATROL)),
                        List.of(
                                ScheduleSamples.credential("01:0001", "h-1"),
                                ScheduleSamples.credential("00000001", "h-1"),
                                ScheduleSamples.credential("00000007", "h-7")),
                        places,
                        HouseholdRules.NONE,
                        RecognitionRules.NONE,
                        LevelSamples.levels(),
                        PassRules.NONE));
    }

    private static WeeklySchedule schedule(ScheduleId id, int from, int until) {
        List<SpecialPeriods> special =
                id.equals(MORNING) || id.equals(AFTERNOON)
                        ? List.of(new SpecialPeriods(NEW_YEAR, List.of()))
                        : List.of();
        return new WeeklySchedule(
                id, List.of(new Period(Arrays.asList(DayOfWeek.values()), from, until)), special);
    }

    private static GateScript runningAt(Instant wall) {
        return GateScript.runningAt(wall, SITE, table())
                .showing(ScriptEffects.Kind.OUTPUT, ScriptEffects.Kind.EVENT);
    }

    /// The gate after a power cut.
    private static GateScript again(GateScript before, Instant wall, TimeTrust trust) {
        return again(before, SITE, wall, trust);
    }

    private static GateScript again(GateScript before, Site site, Instant wall, TimeTrust trust) {
        JournalStart start = before.afterPowerCut();
        GateController controller =
                new GateController(site, Samples.SUN, table(site, 8 * 60), start, "1.0");
        return new GateScript(controller, start, wall, trust)
                .showing(ScriptEffects.Kind.OUTPUT, ScriptEffects.Kind.EVENT);
    }

    @Test
    void a_door_follows_its_schedules() {
        runningAt(SEVEN)
                .run(
                        """
                        59m59s     tick
                        1h         tick -> Unlock north, DoorModeChanged UNLOCKED
                        4h29m59s   tick
                        4h30m      tick -> Lock north, DoorModeChanged LOCKED
                        15h59m59s  tick
                        16h        tick -> DoorModeChanged BLOCKED
                        16h1m      card north 01:0001 -> AccessDenied DOOR_BLOCKED
                        21h59m59s  tick
                        22h        tick -> DoorModeChanged LOCKED
                        25h        tick -> Unlock north, DoorModeChanged UNLOCKED
                        """);
    }

    @Test
    void a_special_day_has_its_own_times() {
        Instant newYear = Instant.parse("2026-12-31T23:00:00Z");
        runningAt(newYear)
                .run(
                        """
                        15h59m59s tick
                        16h       tick -> DoorModeChanged BLOCKED
                        22h       tick -> DoorModeChanged LOCKED
                        25h       tick -> Unlock north, DoorModeChanged UNLOCKED
                        """);
    }

    @Test
    void a_door_that_wants_a_first_card_opens_for_everybody_once_its_holder_has_passed() {
        runningAt(Samples.NOON)
                .run(
                        """
                        59m     card south 00000007 -> AccessGranted h-7, Unlock south
                        59m6s   tick                -> Lock south, AccessNotTaken
                        1h      tick
                        1h1m    card south 00000001 -> AccessGranted h-1, Unlock south
                        1h1m1s  open south
                        1h1m3s  close south         -> DoorOpened, AccessTaken
                        1h1m9s  tick                -> Lock south, DoorClosed
                        1h2m    card south 00000007 -> AccessGranted h-7, Unlock south
                        1h2m6s  tick                -> Lock south, AccessNotTaken
                        1h3m    card south 00000007 -> AccessGranted h-7, Unlock south
                        1h3m1s  open south
                        1h3m2s  tick                -> DoorOpened, AccessTaken, DoorModeChanged UNLOCKED
                        1h3m3s  close south
                        5h59m   tick                -> DoorClosed
                        6h      tick                -> Lock south, DoorModeChanged LOCKED
                        25h1m   tick                -> DoorModeChanged BLOCKED, DoorModeChanged LOCKED, Unlock north, DoorModeChanged UNLOCKED, Lock north, DoorModeChanged LOCKED
                        """);
    }

    @Test
    void of_more_first_cards_than_are_remembered_the_newest_counts() {
        GateScript script =
                runningAt(Samples.NOON.plus(Duration.ofHours(2)))
                        .showing(ScriptEffects.Kind.OUTPUT);
        script.run("2s card south 00000007 -> Unlock south");
        int last = 2 * (Limits.FIRST_CARDS_MAX + 2);
        for (int seconds = 4; seconds <= last; seconds += 2) {
            script.run(seconds + "s card south 00000007");
        }
        script.run(last + 1 + "s open south");
        script.run(last + 3 + "s close south");
        script.run("1h tick");
    }

    @Test
    void after_a_power_cut_a_door_waits_for_a_first_card_again() {
        GateScript before = runningAt(Samples.NOON);
        before.run("1h1m   card south 00000007 -> AccessGranted h-7, Unlock south");
        before.run("1h1m1s open south");
        before.run("1h1m2s tick -> DoorOpened, AccessTaken, DoorModeChanged UNLOCKED");
        again(before, Samples.NOON.plus(Duration.ofHours(2)), TimeTrust.TRUSTED)
                .run(
                        """
                        0s  tick                -> Lock north, Lock south, GateStarted
                        9s  card south 00000007 -> AccessGranted h-7, Unlock south
                        10s open south
                        11s tick                -> DoorOpened, AccessTaken, DoorModeChanged UNLOCKED
                        """);
    }

    @Test
    void a_person_is_obeyed_until_the_next_change_of_the_schedules() {
        runningAt(SEVEN)
                .run(
                        """
                        30m  UNLOCK north -> Unlock north, DoorModeChanged UNLOCKED, CommandAnswered DONE
                        1h   tick
                        2h   LOCK north   -> Lock north, DoorModeChanged LOCKED, CommandAnswered DONE
                        16h  tick         -> DoorModeChanged BLOCKED
                        17h  LOCK north   -> DoorModeChanged LOCKED, CommandAnswered DONE
                        22h  tick
                        25h  tick         -> Unlock north, DoorModeChanged UNLOCKED
                        """);
    }

    @Test
    void a_lock_outlasts_its_power_cut_but_not_the_next_change() {
        GateScript before = runningAt(SEVEN.plus(Duration.ofHours(1)));
        before.run("1h LOCK north -> Lock north, DoorModeChanged LOCKED, CommandAnswered DONE");
        again(before, SEVEN.plus(Duration.ofHours(4)), TimeTrust.TRUSTED)
                .run(
                        """
                        0s  tick -> Lock north, Lock south, GateStarted
                        12h tick -> DoorModeChanged BLOCKED
                        """);
        again(before, SEVEN.plus(Duration.ofHours(26)), TimeTrust.TRUSTED)
                .run(
                        "0s tick -> Lock north, Lock south, GateStarted, Unlock north, DoorModeChanged UNLOCKED");
        again(before, SEVEN.plus(Duration.ofDays(40)), TimeTrust.TRUSTED)
                .run("0s tick -> Lock north, Lock south, GateStarted");
    }

    @Test
    void a_clock_in_1970_opens_no_door_and_blocks_none() {
        again(runningAt(SEVEN), Instant.parse("1970-01-01T02:00:00Z"), TimeTrust.UNTRUSTED)
                .run(
                        """
                        0s  tick               -> Lock north, Lock south, GateStarted, TimeTrustChanged UNTRUSTED, AlarmRaised CLOCK_NOT_TRUSTED
                        9s  card north 01:0001 -> AccessGranted h-1, Unlock north
                        16h tick               -> Lock north, AccessNotTaken
                        16h clock 2026-11-23T15:30:00Z trusted -> DoorModeChanged BLOCKED, TimeTrustChanged TRUSTED, AlarmReturned
                        """);
    }

    @Test
    void a_clock_that_steps_back_locks_a_door_that_was_open_by_its_schedule() {
        runningAt(SEVEN)
                .run(
                        """
                        1h     tick -> Unlock north, DoorModeChanged UNLOCKED
                        2h     clock 2026-11-23T00:30:00Z trusted -> Lock north, DoorModeChanged LOCKED, TimeTrustChanged UNTRUSTED, AlarmRaised CLOCK_NOT_TRUSTED
                        2h29m  tick
                        2h30m  tick -> Unlock north, DoorModeChanged UNLOCKED, TimeTrustChanged TRUSTED, AlarmReturned
                        """);
    }

    @Test
    void a_door_opened_by_a_first_card_waits_for_one_again_when_the_clock_lost_its_trust() {
        runningAt(Samples.NOON)
                .run(
                        """
                        1h1m    card south 00000007 -> AccessGranted h-7, Unlock south
                        1h1m1s  open south
                        1h1m2s  close south -> DoorOpened, AccessTaken, DoorModeChanged UNLOCKED
                        1h2m    tick -> DoorClosed
                        1h3m    clock 1970-01-01T00:00:00Z untrusted -> Lock south, DoorModeChanged LOCKED, TimeTrustChanged UNTRUSTED, AlarmRaised CLOCK_NOT_TRUSTED
                        1h4m    clock 2026-11-23T05:04:00Z trusted -> TimeTrustChanged TRUSTED, AlarmReturned
                        """);
    }

    @Test
    void a_clock_that_steps_ahead_brings_doors_to_where_they_belong() {
        runningAt(SEVEN)
                .run(
                        """
                        1h    tick -> Unlock north, DoorModeChanged UNLOCKED
                        2h    clock 2026-11-23T15:30:00Z trusted -> Lock north, DoorModeChanged BLOCKED
                        3h    clock 2026-11-24T00:00:00Z trusted -> Unlock north, DoorModeChanged UNLOCKED
                        """);
    }

    @Test
    void the_next_day_is_not_the_same_period() {
        runningAt(Samples.NOON)
                .run(
                        """
                        1h1m    card south 00000007 -> AccessGranted h-7, Unlock south
                        1h1m1s  open south
                        1h1m2s  close south -> DoorOpened, AccessTaken, DoorModeChanged UNLOCKED
                        1h2m    tick -> DoorClosed
                        1h3m    clock 2026-11-24T05:30:00Z trusted -> Lock south, DoorModeChanged LOCKED
                        """);
    }

    @Test
    void other_data_of_the_time_zone_move_the_schedules_and_what_was_set_by_them() {
        GateScript before = runningAt(SEVEN.plus(Duration.ofHours(1)));
        before.run("1h LOCK north -> Lock north, DoorModeChanged LOCKED, CommandAnswered DONE");
        Site anHourAhead = LevelSamples.siteWithoutLamps(ZoneOffset.ofHours(9));
        again(before, anHourAhead, SEVEN.plus(Duration.ofHours(2)), TimeTrust.TRUSTED)
                .run(
                        """
                        0s   tick -> Lock north, Lock south, GateStarted
                        13h  tick -> DoorModeChanged BLOCKED
                        19h  tick -> DoorModeChanged LOCKED
                        """);
        again(before, anHourAhead, SEVEN.plus(Duration.ofHours(24)), TimeTrust.TRUSTED)
                .run(
                        "0s tick -> Lock north, Lock south, GateStarted, Unlock north, DoorModeChanged UNLOCKED");
    }

    @Test
    void other_rules_hold_at_once_and_disturb_nobody_who_passes() {
        runningAt(SEVEN.plus(Duration.ofMinutes(30)))
                .knowing("earlier", table(SITE, 7 * 60))
                .knowing("later", table(SITE, 9 * 60))
                .run(
                        """
                        1s  card north 01:0001 -> AccessGranted h-1, Unlock north
                        2s  rules earlier      -> RulesApplied, DoorModeChanged UNLOCKED
                        3s  rules later        -> RulesApplied, DoorModeChanged LOCKED
                        4s  open north
                        5s  tick               -> Lock north, DoorOpened, AccessTaken
                        """);
    }

    @Test
    void a_first_card_outlasts_other_rules_that_leave_its_period_alone() {
        runningAt(Samples.NOON)
                .knowing("later", table(SITE, 9 * 60))
                .run(
                        """
                        1h1m    card south 00000007 -> AccessGranted h-7, Unlock south
                        1h1m1s  open south
                        1h1m2s  close south -> DoorOpened, AccessTaken, DoorModeChanged UNLOCKED
                        1h2m    rules later -> DoorClosed, RulesApplied
                        6h      tick        -> Lock south, DoorModeChanged LOCKED
                        """);
    }

    @Test
    void fire_and_exit_win_over_a_door_that_its_schedule_blocks() {
        runningAt(SEVEN)
                .run(
                        """
                        16h     tick      -> Unlock north, DoorModeChanged UNLOCKED, Lock north, DoorModeChanged LOCKED, DoorModeChanged BLOCKED
                        16h1m   rex north -> Unlock north, ExitRequested
                        16h2m   fire on   -> Lock north, AccessNotTaken, AlarmRaised FIRE, Unlock north, Unlock south
                        17h     tick
                        """);
    }

    @Test
    void a_level_wins_over_a_schedule_that_goes_on_beneath_it() {
        runningAt(SEVEN)
                .run(
                        """
                        50m     level LOCKDOWN 30 -> DoorModeChanged LOCKED_DOWN, DoorModeChanged BLOCKED, LevelChanged LOCKDOWN, CommandAnswered DONE
                        1h      tick
                        1h20m   tick              -> Unlock north, DoorModeChanged UNLOCKED, DoorModeChanged LOCKED, LevelChanged NORMAL
                        """);
    }
}
