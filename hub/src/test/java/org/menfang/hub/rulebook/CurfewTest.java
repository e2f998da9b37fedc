package org.menfang.hub.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.ClassLimit;
import org.menfang.rules.Holder;
import org.menfang.rules.HouseholdRules;
import org.menfang.rules.LevelRules;
import org.menfang.rules.PassRules;
import org.menfang.rules.PlaceRules;
import org.menfang.rules.RecognitionRules;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SpecialDays;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SpecialDaysId;

/// What counts as a curfew.
class CurfewTest {
    private static final AccessPointId MAIN = new AccessPointId("main-in");
    private static final AccessPointId SIDE = new AccessPointId("side-in");
    private static final AccessProfileId PROFILE = new AccessProfileId("homes");
    private static final ScheduleId TIMES = new ScheduleId("times");
    private static final SpecialDaysId FESTIVAL = new SpecialDaysId("festival");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    who      | before    | after     | minutes
                    RESIDENT | 0-1440    | 0-1440    |    0
                    RESIDENT | 0-1440    | 360-1320  | 3360
                    RENTER   | 360-1320  | 360-1260  |  420
                    RESIDENT | 360-1320  | 0-1440    |    0
                    RESIDENT | 1320-360  | 1320-300  |  420
                    RESIDENT | 360-1320  | 420-1380  |  420
                    VISITOR  | 0-1440    | 360-1320  |    0
                    COURIER  | 0-1440    | 360-1320  |    0
                    """,
            useHeadersInDisplayName = true)
    void it_takes_times_of_the_week_from_those_who_live_there(
            HolderKind who, String before, String after, int minutes) {
        List<LostTime> lost =
                Curfew.lost(set(who, before, List.of(MAIN)), set(who, after, List.of(MAIN)));
        assertEquals(minutes, lost.stream().mapToInt(LostTime::weekMinutes).sum());
    }

    @Test
    void an_access_point_that_a_profile_loses_counts_with_all_its_times() {
        List<LostTime> lost =
                Curfew.lost(
                        set(HolderKind.RESIDENT, "0-1440", List.of(MAIN, SIDE)),
                        set(HolderKind.RESIDENT, "0-1440", List.of(MAIN)));
        assertEquals(List.of(new LostTime("homes", "side-in", 10_080, 0)), lost);
    }

    @Test
    void special_days_with_less_time_count_and_those_with_more_do_not() {
        RuleSet usual = set(HolderKind.RESIDENT, "360-1320", List.of(MAIN));
        assertEquals(List.of(), Curfew.lost(usual, special("0-1440", 1)));
        assertEquals(
                List.of(new LostTime("homes", "main-in", 0, 480)),
                Curfew.lost(usual, special("840-1320", 1)));
        // The same times on more days.
        assertEquals(List.of(), Curfew.lost(special("840-1320", 1), special("840-1320", 1)));
        assertEquals(
                List.of(new LostTime("homes", "main-in", 0, 480)),
                Curfew.lost(special("840-1320", 1), special("840-1320", 7)));
    }

    @Test
    void a_class_of_cards_that_opens_less_long_counts() {
        RuleSet free = set(HolderKind.RESIDENT, "0-1440", List.of(MAIN));
        RuleSet limited = limited(free, CredentialClass.PLAIN_NUMBER, null);
        assertEquals(
                List.of(new LostTime("PLAIN_NUMBER", "main-in", 10_080, 0)),
                Curfew.lost(free, limited));
        assertEquals(List.of(), Curfew.lost(limited, free));
        assertEquals(List.of(), Curfew.lost(free, limited(free, CredentialClass.PAPER_PASS, null)));
    }

    @Test
    void a_curfew_that_is_lifted_leaves_what_came_meanwhile() {
        RuleSet before = set(HolderKind.RESIDENT, "0-1440", List.of(MAIN));
        RuleSet now =
                with(
                        set(HolderKind.RESIDENT, "360-1320", List.of(MAIN)),
                        List.of(),
                        List.of(
                                schedule(TIMES, "360-1320", List.of()),
                                schedule(new ScheduleId("new"), "0-60", List.of())),
                        RecognitionRules.NONE);
        RuleSet lifted = Curfew.lifted(now, Curfew.timesOf(before));
        assertEquals(2, lifted.schedules().size());
        assertEquals(before.schedules().getFirst(), lifted.schedules().getFirst());
        assertEquals(now.holders(), lifted.holders());
        assertEquals(List.of(), Curfew.lost(before, lifted));
    }

    private static RuleSet special(String times, int days) {
        RuleSet usual = set(HolderKind.RESIDENT, "360-1320", List.of(MAIN));
        return with(
                usual,
                List.of(
                        new SpecialDays(
                                FESTIVAL,
                                List.of(
                                        new SpecialDays.Days(
                                                LocalDate.of(2027, 2, 6),
                                                LocalDate.of(2027, 2, 5 + days),
                                                null)))),
                List.of(
                        schedule(
                                TIMES,
                                "360-1320",
                                List.of(
                                        new WeeklySchedule.SpecialPeriods(
                                                FESTIVAL,
                                                List.of(
                                                        new WeeklySchedule.Span(
                                                                from(times), until(times))))))),
                RecognitionRules.NONE);
    }

    private static RuleSet limited(
            RuleSet rules, CredentialClass type, @Nullable ScheduleId schedule) {
        return with(
                rules,
                List.of(),
                rules.schedules(),
                new RecognitionRules(List.of(new ClassLimit(type, MAIN, schedule)), null, null));
    }

    private static WeeklySchedule schedule(
            ScheduleId id, String times, List<WeeklySchedule.SpecialPeriods> special) {
        return new WeeklySchedule(
                id,
                List.of(
                        new WeeklySchedule.Period(
                                List.of(DayOfWeek.values()), from(times), until(times))),
                special);
    }

    private static int from(String times) {
        return Integer.parseInt(times.substring(0, times.indexOf('-')));
    }

    private static int until(String times) {
        return Integer.parseInt(times.substring(times.indexOf('-') + 1));
    }

    private static RuleSet set(HolderKind who, String times, List<AccessPointId> places) {
        return RuleSet.ofRights(
                new CompoundId("xinghua"),
                1,
                List.of(schedule(TIMES, times, List.of())),
                List.of(
                        new AccessProfile(
                                PROFILE,
                                places.stream()
                                        .map(place -> new AccessProfile.Policy(place, TIMES))
                                        .toList())),
                List.of(new Holder(new HolderId("h-1"), who, null, List.of(PROFILE), false, false)),
                List.of());
    }

    private static RuleSet with(
            RuleSet rules,
            List<SpecialDays> days,
            List<WeeklySchedule> schedules,
            RecognitionRules recognition) {
        return new RuleSet(
                rules.compound(),
                rules.version(),
                null,
                List.of(),
                days,
                schedules,
                rules.profiles(),
                rules.holders(),
                rules.credentials(),
                PlaceRules.NONE,
                HouseholdRules.NONE,
                recognition,
                LevelRules.NONE,
                PassRules.NONE);
    }
}
