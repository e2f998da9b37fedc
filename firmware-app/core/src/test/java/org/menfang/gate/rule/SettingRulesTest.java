package org.menfang.gate.rule;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.rules.AccessPointRule.SecurityTime;
import org.menfang.rules.LevelRule;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SecurityLevel;
import org.menfang.vocabulary.SiteLevel;

/// The rules that ask what state the place is in.
final class SettingRulesTest {
    private final Estate estate =
            new Estate()
                    .holder("h-1", HolderKind.RESIDENT, "home")
                    .holder("h-2", HolderKind.RENTER, "home")
                    .holder("h-6", HolderKind.VOLUNTEER, "home")
                    .card("01:0001")
                    .card("01:0002")
                    .card("01:0006");

    @Test
    void a_blocked_door_obeys_no_credential() {
        Asking.checkAtAnyTime(
                new DoorModeRule(),
                estate.table(),
                """
                card=01:0001                   -> passes
                card=01:0001 door=UNLOCKED     -> passes
                card=01:0001 door=ACCESSED     -> passes
                card=01:0001 door=LOCKED_OPEN  -> passes
                card=01:0001 door=BLOCKED      -> DOOR_BLOCKED
                card=01:0001 door=LOCKED_DOWN  -> DOOR_LOCKED_DOWN
                pass=A1 door=BLOCKED           -> DOOR_BLOCKED
                """);
    }

    @Test
    void a_level_admits_whom_it_names_and_lets_everybody_out() {
        estate.level(level(SiteLevel.LOCKDOWN, HolderKind.VOLUNTEER))
                .level(level(SiteLevel.EVACUATION))
                .level(level(SiteLevel.PATROL_PRESENT, HolderKind.RESIDENT, HolderKind.VISITOR));
        Asking.checkAtAnyTime(
                new SiteLevelRule(),
                estate.table(),
                """
                card=01:0001                                  -> -
                card=01:0001 level=LOCKDOWN                   -> LEVEL_FORBIDS
                card=01:0001 level=LOCKDOWN at=stairs-in      -> LEVEL_FORBIDS
                card=01:0001 level=LOCKDOWN at=stairs-out     -> -
                card=01:0001 level=LOCKDOWN at=gate-out       -> -
                card=01:0006 level=LOCKDOWN                   -> passes
                assisted=h-2 level=LOCKDOWN                   -> LEVEL_FORBIDS
                pass=A1 level=LOCKDOWN                        -> LEVEL_FORBIDS
                pass=A1 level=LOCKDOWN kind=VOLUNTEER         -> passes
                card=01:0001 level=EVACUATION                 -> -
                card=01:0001 level=PATROL_PRESENT             -> passes
                card=01:0002 level=PATROL_PRESENT             -> LEVEL_FORBIDS
                pass=A1 level=PATROL_PRESENT                  -> passes
                card=05:0001 level=LOCKDOWN                   -> -
                """);
    }

    @Test
    void a_level_that_the_set_does_not_know_forbids_nothing() {
        Asking.checkAtAnyTime(
                new SiteLevelRule(), estate.table(), "card=01:0001 level=LOCKDOWN -> -");
    }

    @Test
    void at_night_a_card_is_followed_by_its_pin() {
        strengthened()
                .security(
                        "gate-in",
                        new SecurityTime(new ScheduleId("day"), SecurityLevel.ONE_FACTOR),
                        new SecurityTime(new ScheduleId("always"), SecurityLevel.CARD_AND_PIN));
        Asking.check(
                new SecurityLevelRule(),
                estate.table(),
                """
                card=02:0001                                           -> -
                card=02:0001 at=gate-out now=2026-11-23T23:00          -> -
                card=02:0001 now=2026-11-23T23:00                      -> wants PIN
                card=02:0001 now=2026-11-23T23:00 pin=NOT_ENTERED      -> wants PIN
                card=02:0001 now=2026-11-23T23:00 pin=RIGHT            -> passes
                card=02:0001 now=2026-11-23T23:00 pin=DURESS           -> passes
                card=02:0001 now=2026-11-23T23:00 pin=WRONG            -> PIN_WRONG
                card=03:0001 now=2026-11-23T23:00                      -> wants PIN
                card=01:0001 now=2026-11-23T23:00                      -> CLASS_TOO_WEAK
                card=04:0001 now=2026-11-23T23:00                      -> CLASS_TOO_WEAK
                pass=A1 type=ROTATING_PASS now=2026-11-23T23:00        -> passes
                pass=A1 type=PAPER_PASS now=2026-11-23T23:00           -> CLASS_TOO_WEAK
                assisted=h-1 now=2026-11-23T23:00                      -> -
                card=05:0001 now=2026-11-23T23:00                      -> -
                card=02:0001 now=2036-11-23T23:00                      -> wants PIN
                """);
    }

    @Test
    void without_a_clock_whoever_has_a_pin_is_asked_for_it_and_the_others_go_on() {
        strengthened()
                .security(
                        "gate-in",
                        new SecurityTime(new ScheduleId("day"), SecurityLevel.CARD_AND_PIN))
                .security(
                        "stairs-in",
                        new SecurityTime(new ScheduleId("always"), SecurityLevel.CARD_AND_PIN))
                .security(
                        "gate-out",
                        new SecurityTime(new ScheduleId("day"), SecurityLevel.ONE_FACTOR));
        Asking.check(
                new SecurityLevelRule(),
                estate.table(),
                """
                card=02:0001 now=1970-01-01T00:00 untrusted                 -> wants PIN
                card=02:0001 now=1970-01-01T00:00 untrusted pin=WRONG       -> PIN_WRONG
                card=02:0001 now=2036-01-01T00:00 untrusted pin=RIGHT       -> passes
                card=01:0001 now=1970-01-01T00:00 untrusted                 -> passes
                card=04:0001 now=1970-01-01T00:00 untrusted                 -> passes
                card=01:0001 at=stairs-in now=1970-01-01T00:00 untrusted    -> CLASS_TOO_WEAK
                card=04:0001 at=stairs-in now=2026-11-22T00:00 untrusted    -> CLASS_TOO_WEAK
                card=02:0001 at=stairs-in now=2026-11-22T00:00 untrusted    -> wants PIN
                card=02:0001 at=gate-out now=1970-01-01T00:00 untrusted     -> -
                """);
    }

    @Test
    void a_set_that_names_a_schedule_that_is_not_there_makes_no_table() {
        estate.security(
                "gate-in", new SecurityTime(new ScheduleId("gone"), SecurityLevel.ONE_FACTOR));
        assertThrows(IllegalArgumentException.class, estate::table);
        Estate limited = new Estate().limit(CredentialClass.PIN, "gate-in", "gone");
        assertThrows(IllegalArgumentException.class, limited::table);
    }

    private Estate strengthened() {
        return estate.credential("02:0001", CredentialClass.PLAIN_NUMBER, true)
                .credential("03:0001", CredentialClass.SIGNED_TAG, true)
                .credential("04:0001", CredentialClass.PIN, false);
    }

    private static LevelRule level(SiteLevel level, HolderKind... admits) {
        return new LevelRule(level, List.of(LevelRule.Origin.HUB), 60, List.of(), List.of(admits));
    }
}
