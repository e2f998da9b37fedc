package org.menfang.gate.rule;

import org.junit.jupiter.api.Test;
import org.menfang.vocabulary.HolderKind;

/// The rules that ask who else is there.
final class CompanyRulesTest {
    private final Estate estate =
            new Estate()
                    .holder("h-1", HolderKind.RESIDENT, "home")
                    .holder("h-2", HolderKind.RESIDENT, "home")
                    .holder("h-3", HolderKind.VISITOR, "home")
                    .card("01:0001")
                    .card("01:0003");

    @Test
    void where_two_are_needed_another_holder_has_come_before() {
        Asking.check(
                new TwoPersonRule(),
                estate.company("stairs-in", "day").table(),
                """
                at=stairs-in card=01:0001                                -> wants SECOND_PERSON
                at=stairs-in card=01:0001 companion=h-2                  -> passes
                at=stairs-in card=01:0001 companion=h-1                  -> SECOND_PERSON_MISSING
                at=stairs-in pass=A1 companion=h-2                       -> SECOND_PERSON_MISSING
                at=stairs-in card=01:0001 now=2026-11-23T21:00           -> -
                at=gate-in card=01:0001                                  -> -
                at=stairs-in card=01:0001 now=1970-01-01T00:00 untrusted -> wants SECOND_PERSON
                at=stairs-in card=01:0001 now=2026-11-22T21:00 untrusted -> wants SECOND_PERSON
                at=stairs-in card=01:0001 now=2036-01-01T21:00           -> -
                """);
    }

    @Test
    void whoever_needs_an_escort_comes_after_one() {
        Asking.checkAtAnyTime(
                new EscortRule(),
                estate.company("stairs-in", null, HolderKind.VISITOR).table(),
                """
                at=stairs-in card=01:0001                                -> -
                at=stairs-in card=01:0003                                -> ESCORT_MISSING
                at=stairs-in card=01:0003 companion=h-1                  -> passes
                at=stairs-in card=01:0003 companion=h-3                  -> ESCORT_MISSING
                at=stairs-in pass=A1                                     -> ESCORT_MISSING
                at=stairs-in pass=A1 companion=h-1                       -> passes
                at=stairs-in pass=A1 kind=RESIDENT                       -> -
                at=gate-in card=01:0003                                  -> -
                """);
    }
}
