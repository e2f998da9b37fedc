package org.menfang.gate.rule;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;

/// The rules that ask what the holder may.
final class HolderRulesTest {
    private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant TWENTY = Instant.parse("2026-11-23T20:00:00Z");

    private final Estate estate =
            new Estate()
                    .holder("h-1", HolderKind.RESIDENT, "home")
                    .holder("h-2", HolderKind.RENTER, "home")
                    .holder("h-3", HolderKind.COURIER, "daily")
                    .holder("h-4", HolderKind.RESIDENT, "none")
                    .holder("h-5", HolderKind.RESIDENT, "daily")
                    .holder("h-6", HolderKind.VOLUNTEER, "daily")
                    .holder("h-7", HolderKind.VISITOR, "home")
                    .card("01:0001")
                    .card("01:0002")
                    .card("01:0003")
                    .card("01:0004")
                    .card("01:0005")
                    .card("01:0006")
                    .card("01:0007");

    @Test
    void what_is_lost_or_suspended_opens_nothing() {
        estate.card("02:0001", CredentialStatus.LOST, null, null)
                .card("03:0001", CredentialStatus.SUSPENDED, null, null)
                .add(
                        new Holder(
                                new HolderId("h-9"),
                                HolderKind.RESIDENT,
                                null,
                                List.of(new AccessProfileId("home")),
                                true,
                                false))
                .card("01:0009")
                .card("02:0009", CredentialStatus.LOST, null, null);
        Asking.checkAtAnyTime(
                new InUseRule(),
                estate.table(),
                """
                card=01:0001                   -> passes
                card=02:0001                   -> LOST
                card=03:0001                   -> SUSPENDED
                card=01:0009                   -> SUSPENDED
                card=02:0009                   -> LOST
                assisted=h-1                   -> passes
                assisted=h-9                   -> SUSPENDED
                card=05:0001                   -> -
                pass=A1                        -> -
                """);
    }

    @Test
    void a_card_is_valid_to_the_minute_and_never_again_after_its_end() {
        estate.card("02:0002", CredentialStatus.ACTIVE, EIGHT, TWENTY);
        Asking.check(
                new ValidityRule(),
                estate.table(),
                """
                card=02:0002 now=2026-11-23T07:59:59.999 -> NOT_YET_VALID
                card=02:0002 now=2026-11-23T08:00        -> passes
                card=02:0002 now=2026-11-23T19:59:59.999 -> passes
                card=02:0002 now=2026-11-23T20:00        -> EXPIRED
                card=02:0002 now=2036-11-23T12:00        -> EXPIRED
                card=02:0002 now=2026-11-23T12:00 untrusted passed=2026-11-23T20:00 -> EXPIRED
                card=02:0002 now=1970-01-01T00:00 untrusted passed=2026-11-23T20:00 -> EXPIRED
                card=02:0002 now=1970-01-01T00:00 untrusted passed=2026-11-23T12:00 -> passes
                card=02:0002 now=2036-01-01T00:00 untrusted passed=2026-11-23T12:00 -> passes
                card=01:0001 now=1970-01-01T00:00 untrusted                         -> passes
                assisted=h-1                             -> -
                card=05:0001                             -> -
                """);
    }

    @Test
    void a_pass_is_valid_in_its_window_and_goes_to_a_person_while_the_clock_is_not_trusted() {
        Asking.check(
                new ValidityRule(),
                estate.table(),
                """
                pass=A1 now=2026-11-23T07:59:59.999 -> NOT_YET_VALID
                pass=A1 now=2026-11-23T08:00        -> passes
                pass=A1 now=2026-11-23T19:59:59.999 -> passes
                pass=A1 now=2026-11-23T20:00        -> EXPIRED
                pass=A1 now=2036-11-23T12:00        -> EXPIRED
                pass=A1 now=2026-11-23T12:00 untrusted passed=2026-11-23T12:00 -> TIME_NOT_TRUSTED
                pass=A1 now=1970-01-01T00:00 untrusted passed=1970-01-01T00:00 -> TIME_NOT_TRUSTED
                pass=A1 now=2026-11-23T12:00 untrusted passed=2026-11-23T20:00 -> EXPIRED
                pass=A1 now=2036-11-23T12:00 untrusted passed=2026-11-23T12:00 -> TIME_NOT_TRUSTED
                pass=A1 kind=RESIDENT until=2030-01-01T00:00 untrusted         -> TIME_NOT_TRUSTED
                fault=NOT_A_PASS                    -> -
                """);
    }

    @Test
    void a_quarantine_keeps_nobody_from_coming_home() {
        estate.quarantine("h-1", null, "2026-11-23T08:00:00Z", "2026-11-23T20:00:00Z");
        Asking.check(
                new QuarantineRule(),
                estate.table(),
                """
                card=01:0001 at=gate-out                        -> QUARANTINED
                card=01:0001 at=stairs-out                      -> QUARANTINED
                card=01:0001 at=gate-in                         -> -
                card=01:0001 at=stairs-in                       -> -
                card=01:0002 at=gate-out                        -> passes
                assisted=h-1 at=gate-out                        -> QUARANTINED
                pass=A1 at=gate-out                             -> -
                card=01:0001 at=gate-out now=2026-11-23T07:59   -> passes
                card=01:0001 at=gate-out now=2026-11-23T08:00   -> QUARANTINED
                card=01:0001 at=gate-out now=2026-11-23T20:00   -> passes
                card=01:0001 at=gate-out now=2036-01-01T00:00   -> passes
                card=01:0001 at=gate-out now=1970-01-01T00:00 untrusted passed=1970-01-01T00:00 -> QUARANTINED
                card=01:0001 at=gate-out now=1970-01-01T00:00 untrusted passed=2026-11-23T20:00 -> passes
                card=01:0001 at=gate-out now=2036-01-01T00:00 untrusted passed=2026-11-23T12:00 -> QUARANTINED
                card=01:0001 at=gate-in  now=1970-01-01T00:00 untrusted passed=1970-01-01T00:00 -> -
                """);
    }

    @Test
    void a_household_in_quarantine_is_everybody_in_it() {
        estate.quarantine(null, "1-101", "2026-11-20T00:00:00Z", "2026-11-22T00:00:00Z")
                .quarantine(null, "1-101", "2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z")
                .quarantine("h-1", null, "2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z")
                .add(
                        new Holder(
                                new HolderId("h-8"),
                                HolderKind.RESIDENT,
                                null,
                                List.of(),
                                false,
                                false))
                .card("01:0008");
        Asking.check(
                new QuarantineRule(),
                estate.table(),
                """
                card=01:0001 at=gate-out                      -> QUARANTINED
                card=01:0002 at=gate-out                      -> QUARANTINED
                card=01:0008 at=gate-out                      -> passes
                card=01:0001 at=gate-out now=2026-11-22T12:00 -> passes
                card=01:0001 at=gate-out now=2026-11-24T12:00 -> QUARANTINED
                card=01:0002 at=gate-out now=2026-11-24T12:00 -> passes
                """);
    }

    @Test
    void a_profile_or_the_pass_names_the_access_point() {
        Asking.checkAtAnyTime(
                new PermissionRule(),
                estate.table(),
                """
                card=01:0001                              -> passes
                card=01:0003 at=gate-out                  -> passes
                card=01:0003 at=stairs-in                 -> NOT_PERMITTED_HERE
                card=01:0004                              -> NOT_PERMITTED_HERE
                assisted=h-1                              -> passes
                assisted=h-4                              -> NOT_PERMITTED_HERE
                card=05:0001                              -> -
                pass=A1                                   -> passes
                pass=A1 at=gate-out                       -> NOT_PERMITTED_HERE
                pass=A1 at=gate-out opens=gate-in,gate-out -> passes
                pass=A1 opens=?                           -> NOT_PERMITTED_HERE
                """);
    }

    @Test
    void a_schedule_of_a_profile_holds_and_residents_go_on_without_a_clock() {
        estate.card("02:0005", CredentialStatus.ACTIVE, EIGHT, null)
                .card("03:0005", CredentialStatus.ACTIVE, null, TWENTY);
        Asking.check(
                new ScheduleRule(),
                estate.table(),
                """
                card=01:0005 now=2026-11-23T07:59 -> NOT_PERMITTED_NOW
                card=01:0005 now=2026-11-23T08:00 -> passes
                card=01:0005 now=2026-11-23T20:00 -> NOT_PERMITTED_NOW
                card=01:0005 now=2036-11-23T12:00 -> passes
                card=01:0004                      -> -
                card=05:0001                      -> -
                pass=A1                           -> -
                card=01:0005 untrusted now=1970-01-01T00:00                         -> passes
                card=01:0006 untrusted now=1970-01-01T00:00                         -> passes
                card=01:0002 untrusted now=1970-01-01T00:00                         -> TIME_NOT_TRUSTED
                card=01:0003 untrusted now=1970-01-01T12:00                         -> TIME_NOT_TRUSTED
                card=01:0007 untrusted now=2036-01-01T12:00 passed=2026-11-23T12:00 -> TIME_NOT_TRUSTED
                card=02:0005 untrusted now=2026-11-22T12:00 passed=2026-11-23T12:00 -> passes
                card=02:0005 untrusted now=1970-01-01T00:00 passed=1970-01-01T00:00 -> TIME_NOT_TRUSTED
                card=03:0005 untrusted now=1970-01-01T00:00 passed=1970-01-01T00:00 -> TIME_NOT_TRUSTED
                assisted=h-5 untrusted now=1970-01-01T00:00                         -> passes
                assisted=h-2 untrusted now=1970-01-01T00:00                         -> TIME_NOT_TRUSTED
                """);
    }

    @Test
    void a_class_of_credentials_opens_where_and_when_it_suffices() {
        estate.limit(CredentialClass.PLAIN_NUMBER, "gate-in", "day")
                .limit(CredentialClass.PLAIN_NUMBER, "gate-in", "mondays")
                .limit(CredentialClass.PLAIN_NUMBER, "stairs-in", null)
                .limit(CredentialClass.PAPER_PASS, "gate-in", "day")
                .limit(CredentialClass.SECTOR_NUMBER, "gate-in", "day");
        Asking.check(
                new CredentialClassRule(),
                estate.table(),
                """
                card=01:0001 now=2026-11-24T12:00                            -> passes
                card=01:0001 now=2026-11-24T21:00                            -> CLASS_TOO_WEAK
                card=01:0001 now=2026-11-23T21:00                            -> passes
                card=01:0001 at=stairs-in                                    -> CLASS_TOO_WEAK
                card=01:0001 at=gate-out                                     -> -
                card=01:0001 type=SECTOR_NUMBER now=2026-11-23T21:00         -> CLASS_TOO_WEAK
                card=01:0001 type=SIGNED_TAG now=2026-11-24T21:00            -> -
                pass=A1 type=PAPER_PASS now=2026-11-24T21:00                 -> CLASS_TOO_WEAK
                pass=A1 type=ROTATING_PASS now=2026-11-24T21:00              -> -
                assisted=h-1                                                 -> -
                card=01:0001 now=1970-01-01T00:00 untrusted                  -> passes
                card=01:0002 now=1970-01-01T12:00 untrusted                  -> TIME_NOT_TRUSTED
                card=01:0006 now=2036-01-01T00:00 untrusted                  -> passes
                card=01:0001 at=stairs-in now=1970-01-01T00:00 untrusted     -> CLASS_TOO_WEAK
                card=01:0001 now=2036-01-05T21:00                            -> CLASS_TOO_WEAK
                """);
    }
}
