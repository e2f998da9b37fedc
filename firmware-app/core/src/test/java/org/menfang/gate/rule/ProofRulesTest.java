package org.menfang.gate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.menfang.pass.PassFault;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.HolderKind;

/// The rules that ask whether what is shown is what it says.
final class ProofRulesTest {
    private final Estate estate =
            new Estate()
                    .holder("h-1", HolderKind.RESIDENT, "home")
                    .holder("h-2", HolderKind.RESIDENT, "home")
                    .card("01:0001")
                    .credential("01:0002", CredentialClass.SIGNED_TAG, false);

    @Test
    void what_is_no_credential_is_unreadable() {
        Asking.checkAtAnyTime(
                new ReadableRule(),
                estate.table(),
                """
                card=01:0001                   -> passes
                card=01:0009                   -> passes
                assisted=h-1                   -> passes
                pass=A1                        -> passes
                fault=NOT_A_PASS               -> passes
                at=gate-out                    -> UNREADABLE_CREDENTIAL
                type=PLAIN_NUMBER              -> UNREADABLE_CREDENTIAL
                """);
    }

    @Test
    void what_nobody_listed_is_unknown() {
        Asking.checkAtAnyTime(
                new KnownRule(),
                estate.table(),
                """
                card=01:0001                   -> passes
                card=01:0009                   -> UNKNOWN_CREDENTIAL
                assisted=h-1                   -> passes
                assisted=h-9                   -> UNKNOWN_CREDENTIAL
                pass=A1                        -> -
                at=gate-out                    -> -
                """);
    }

    @Test
    void a_tag_is_signed_and_its_counter_only_grows() {
        Asking.checkAtAnyTime(
                new TagGenuineRule(),
                estate.table(),
                """
                card=01:0002 tag=genuine:1     -> passes
                card=01:0002 tag=genuine:0     -> passes
                card=01:0002 tag=genuine:5:4   -> passes
                card=01:0002 tag=genuine:900:4 -> passes
                card=01:0002 tag=genuine:4:4   -> TAG_REPLAYED
                card=01:0002 tag=genuine:3:4   -> TAG_REPLAYED
                card=01:0002 tag=forged:5:4    -> TAG_FORGED
                card=01:0002                   -> TAG_FORGED
                card=01:0001                   -> -
                card=01:0001 tag=forged:5:4    -> -
                card=01:0009 tag=genuine:5:4   -> -
                pass=A1                        -> -
                """);
    }

    @Test
    void a_pass_is_genuine_or_has_a_fault() {
        Asking.checkAtAnyTime(
                new PassGenuineRule(),
                estate.table(),
                """
                pass=A1                        -> passes
                pass=A1 opens=?                -> PASS_MALFORMED
                fault=NOT_A_PASS               -> PASS_MALFORMED
                fault=BASE45_THREE_TOO_LARGE   -> PASS_MALFORMED
                fault=WRONG_SIGNATURE          -> PASS_FORGED
                fault=UNKNOWN_KEY              -> PASS_ISSUER_UNKNOWN
                pass=A1 fault=ISSUER_REVOKED   -> PASS_ISSUER_REVOKED
                pass=A1 fault=FOREIGN_COMPOUND -> PASS_FOREIGN
                pass=A1 fault=CODE_MISSING     -> CODE_STALE
                fault=PIN_WRONG                -> UNKNOWN_CREDENTIAL
                fault=OF_ANOTHER_VERSION       -> PASS_MALFORMED
                card=01:0001                   -> -
                """);
    }

    @Test
    void every_fault_of_a_pass_denies_with_its_own_reason() {
        AccessTable table = estate.table();
        for (PassFault fault : PassFault.values()) {
            Case asked = table.caseOf(Asking.inquiry("fault=" + fault));
            assertEquals(new Finding.Denies(fault.reason()), new PassGenuineRule().judge(asked));
        }
    }

    @Test
    void a_pass_that_was_taken_back_stays_taken_back() {
        Asking.checkAtAnyTime(
                new PassNotRevokedRule(),
                estate.revoked(Asking.passId("B2")).table(),
                """
                pass=A1                        -> passes
                pass=B2                        -> PASS_REVOKED
                pass=B2 fault=EXPIRED          -> PASS_REVOKED
                fault=NOT_A_PASS               -> -
                card=01:0001                   -> -
                """);
    }

    @Test
    void the_code_of_a_rotating_pass_is_of_this_moment_and_new() {
        Asking.check(
                new RotatingCodeRule(),
                estate.table(),
                """
                pass=A1 type=ROTATING_PASS code=FRESH              -> passes
                pass=A1 type=ROTATING_PASS code=STALE              -> CODE_STALE
                pass=A1 type=ROTATING_PASS code=REPEATED           -> CODE_REPEATED
                pass=A1 type=ROTATING_PASS                         -> CODE_STALE
                pass=A1 type=PAPER_PASS                            -> -
                card=01:0001                                       -> -
                pass=A1 type=ROTATING_PASS code=FRESH untrusted    -> TIME_NOT_TRUSTED
                pass=A1 type=ROTATING_PASS code=STALE untrusted    -> TIME_NOT_TRUSTED
                pass=A1 type=ROTATING_PASS code=REPEATED untrusted -> CODE_REPEATED
                pass=A1 type=PAPER_PASS untrusted                  -> -
                pass=A1 type=ROTATING_PASS code=FRESH untrusted now=1970-01-01T00:00 -> TIME_NOT_TRUSTED
                pass=A1 type=ROTATING_PASS code=STALE now=2036-01-01T00:00           -> CODE_STALE
                """);
    }

    @Test
    void wrong_tries_lock_a_credential_out() {
        Asking.checkAtAnyTime(
                new NotLockedOutRule(),
                estate.table(),
                """
                card=01:0001                   -> -
                card=01:0001 lockedOut=false   -> passes
                card=01:0001 lockedOut=true    -> LOCKED_OUT
                pass=A1 lockedOut=true         -> LOCKED_OUT
                """);
    }

    @Test
    void a_pass_is_used_no_oftener_than_it_says() {
        Asking.checkAtAnyTime(
                new PassUsesRule(),
                estate.table(),
                """
                pass=A1                        -> -
                pass=A1 usesMax=1              -> passes
                pass=A1 usesMax=2 uses=1       -> passes
                pass=A1 usesMax=2 uses=2       -> PASS_USED_UP
                pass=A1 usesMax=2 uses=3       -> PASS_USED_UP
                pass=A1 uses=99                -> -
                card=01:0001                   -> -
                """);
    }
}
