package org.menfang.gate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.menfang.gate.Samples;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.ScheduleId;

class AccessTableTest {
    private static final CredentialIdentifier CARD = new CredentialIdentifier("wiegand-26:01:0001");
    private static final AccessPointId HERE = new AccessPointId("north-in");
    private static final AccessPointId THERE = new AccessPointId("south-in");
    private static final AccessProfileId PROFILE = new AccessProfileId("profile");
    private static final ScheduleId SCHEDULE = new ScheduleId("schedule");
    private static final Site SITE = Samples.site();
    private static final ZoneId UTC = ZoneId.of("UTC");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static WeeklySchedule schedule(int fromMinute, int untilMinute) {
        return new WeeklySchedule(
                SCHEDULE,
                List.of(
                        new WeeklySchedule.Period(
                                Arrays.asList(DayOfWeek.values()), fromMinute, untilMinute)));
    }

    private static RuleSet rules(
            WeeklySchedule schedule,
            HolderKind kind,
            boolean suspended,
            CredentialStatus status,
            @Nullable Instant from,
            @Nullable Instant until) {
        HolderId holder = new HolderId("h-1");
        return RuleSet.ofRights(
                new CompoundId("peace"),
                1,
                List.of(schedule),
                List.of(
                        new AccessProfile(
                                PROFILE, List.of(new AccessProfile.Policy(HERE, SCHEDULE)))),
                List.of(new Holder(holder, kind, null, List.of(PROFILE), suspended, false)),
                List.of(Credential.card(CARD, holder, status, from, until)));
    }

    private static String decide(RuleSet rules, AccessPointId accessPoint, KnownTime time) {
        return switch (Judge.decide(AccessTable.of(SITE, rules), inquiry(accessPoint, time))) {
            case Decision.Granted _ -> "GRANTED";
            case Decision.Denied(_, var reason, _) -> reason.name();
            case Decision.Wanted(_, var step, _) -> step.name();
        };
    }

    private static Inquiry inquiry(AccessPointId accessPoint, KnownTime time) {
        return Inquiries.of(accessPoint, CARD, time);
    }

    private static KnownTime trusted(String wall) {
        Instant instant = Instant.parse(wall);
        return at(instant, UTC);
    }

    private static KnownTime at(Instant wall, ZoneId zone) {
        return new KnownTime(wall, true, wall, LocalDateTime.ofInstant(wall, zone));
    }

    private static KnownTime untrusted(String wall, String passed) {
        Instant shown = Instant.parse(wall);
        return new KnownTime(
                shown, false, Instant.parse(passed), LocalDateTime.ofInstant(shown, UTC));
    }

    @Test
    void status_of_card_and_holder() {
        KnownTime noon = trusted("2026-11-23T12:00:00Z");
        String table =
                """
                ACTIVE    false here  GRANTED
                ACTIVE    true  here  SUSPENDED
                SUSPENDED false here  SUSPENDED
                LOST      false here  LOST
                LOST      true  here  LOST
                ACTIVE    false there NOT_PERMITTED_HERE
                LOST      false there LOST
                """;
        for (String line : table.lines().toList()) {
            String[] words = line.split("\\s+", -1);
            RuleSet rules =
                    rules(
                            schedule(0, 1440),
                            HolderKind.RESIDENT,
                            Boolean.parseBoolean(words[1]),
                            CredentialStatus.valueOf(words[0]),
                            null,
                            null);
            assertEquals(
                    words[3], decide(rules, words[2].equals("here") ? HERE : THERE, noon), line);
        }
    }

    @Test
    void validity_is_true_to_the_minute() {
        RuleSet rules =
                rules(
                        schedule(0, 1440),
                        HolderKind.RENTER,
                        false,
                        CredentialStatus.ACTIVE,
                        Instant.parse("2026-11-23T08:00:00Z"),
                        Instant.parse("2026-11-23T20:00:00Z"));
        String table =
                """
                2026-11-23T07:59:59.999Z NOT_YET_VALID
                2026-11-23T08:00:00Z     GRANTED
                2026-11-23T19:59:59.999Z GRANTED
                2026-11-23T20:00:00Z     EXPIRED
                """;
        for (String line : table.lines().toList()) {
            String[] words = line.split("\\s+", -1);
            assertEquals(words[1], decide(rules, HERE, trusted(words[0])), line);
        }
    }

    @Test
    void a_schedule_is_true_to_the_minute_and_to_the_day() {
        WeeklySchedule mondays =
                new WeeklySchedule(
                        SCHEDULE,
                        List.of(
                                new WeeklySchedule.Period(List.of(DayOfWeek.MONDAY), 480, 720),
                                new WeeklySchedule.Period(List.of(DayOfWeek.SUNDAY), 1380, 1440)));
        RuleSet rules =
                rules(mondays, HolderKind.RESIDENT, false, CredentialStatus.ACTIVE, null, null);
        String table =
                """
                2026-11-23T07:59:59Z NOT_PERMITTED_NOW
                2026-11-23T08:00:00Z GRANTED
                2026-11-23T11:59:59Z GRANTED
                2026-11-23T12:00:00Z NOT_PERMITTED_NOW
                2026-11-24T09:00:00Z NOT_PERMITTED_NOW
                2026-11-22T23:59:59Z GRANTED
                2026-11-23T00:00:00Z NOT_PERMITTED_NOW
                """;
        for (String line : table.lines().toList()) {
            String[] words = line.split("\\s+", -1);
            assertEquals(words[1], decide(rules, HERE, trusted(words[0])), line);
        }
    }

    @Test
    void an_hour_that_is_skipped_never_comes_and_one_that_is_repeated_holds_twice() {
        RuleSet rules =
                rules(
                        schedule(120, 180),
                        HolderKind.RESIDENT,
                        false,
                        CredentialStatus.ACTIVE,
                        null,
                        null);
        // On 29 March 2026 Berlin goes from 02:00 to 03:00; on 25 October from 03:00 back to 02:00.
        String table =
                """
                2026-03-28T01:30:00Z GRANTED
                2026-03-29T00:59:59Z NOT_PERMITTED_NOW
                2026-03-29T01:00:00Z NOT_PERMITTED_NOW
                2026-10-25T00:00:00Z GRANTED
                2026-10-25T00:59:59Z GRANTED
                2026-10-25T01:00:00Z GRANTED
                2026-10-25T01:59:59Z GRANTED
                2026-10-25T02:00:00Z NOT_PERMITTED_NOW
                """;
        for (String line : table.lines().toList()) {
            String[] words = line.split("\\s+", -1);
            Instant wall = Instant.parse(words[0]);
            assertEquals(words[1], decide(rules, HERE, at(wall, BERLIN)), line);
        }
    }

    @Test
    void a_clock_that_is_not_trusted_denies_what_hangs_on_the_time() {
        String table =
                """
                RESIDENT  -                    -                    GRANTED
                VOLUNTEER -                    -                    GRANTED
                RENTER    -                    -                    TIME_NOT_TRUSTED
                COURIER   -                    -                    TIME_NOT_TRUSTED
                VISITOR   -                    -                    TIME_NOT_TRUSTED
                RESIDENT  -                    2027-01-01T00:00:00Z TIME_NOT_TRUSTED
                RESIDENT  -                    2026-01-01T00:00:00Z EXPIRED
                RESIDENT  2026-01-01T00:00:00Z -                    GRANTED
                RESIDENT  2027-01-01T00:00:00Z -                    TIME_NOT_TRUSTED
                RENTER    -                    2026-01-01T00:00:00Z EXPIRED
                """;
        for (String line : table.lines().toList()) {
            String[] words = line.split("\\s+", -1);
            RuleSet rules =
                    rules(
                            schedule(0, 1),
                            HolderKind.valueOf(words[0]),
                            false,
                            CredentialStatus.ACTIVE,
                            words[1].equals("-") ? null : Instant.parse(words[1]),
                            words[2].equals("-") ? null : Instant.parse(words[2]));
            KnownTime time = untrusted("1970-01-01T00:00:00Z", "2026-11-23T00:00:00Z");
            assertEquals(words[3], decide(rules, HERE, time), line);
        }
    }

    @Test
    void a_clock_that_is_not_trusted_opens_no_other_place() {
        RuleSet rules =
                rules(
                        schedule(0, 1440),
                        HolderKind.RESIDENT,
                        false,
                        CredentialStatus.ACTIVE,
                        null,
                        null);
        assertEquals(
                "NOT_PERMITTED_HERE",
                decide(rules, THERE, untrusted("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z")));
    }

    @Test
    void an_empty_table_denies_everybody() {
        KnownTime noon = trusted("2026-11-23T12:00:00Z");
        Decision decision = Judge.decide(AccessTable.empty(SITE), inquiry(HERE, noon));
        assertEquals(
                DenyReason.UNKNOWN_CREDENTIAL,
                assertInstanceOf(Decision.Denied.class, decision).reason());
    }

    @Test
    void a_rule_set_that_names_what_is_not_there_makes_no_table() {
        RuleSet good =
                rules(
                        schedule(0, 1440),
                        HolderKind.RESIDENT,
                        false,
                        CredentialStatus.ACTIVE,
                        null,
                        null);
        assertRefused(with(good, List.of(), good.profiles(), good.holders()));
        assertRefused(with(good, good.schedules(), List.of(), good.holders()));
        assertRefused(with(good, good.schedules(), good.profiles(), List.of()));
    }

    private static RuleSet with(
            RuleSet good,
            List<WeeklySchedule> schedules,
            List<AccessProfile> profiles,
            List<Holder> holders) {
        return RuleSet.ofRights(
                good.compound(), good.version(), schedules, profiles, holders, good.credentials());
    }

    private static void assertRefused(RuleSet rules) {
        assertThrows(IllegalArgumentException.class, () -> AccessTable.of(SITE, rules));
    }
}
