package org.menfang.gate.rule;

import org.junit.jupiter.api.Test;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.Passback;

/// The rules that ask who is where, what is used up, and which doors are in use.
final class PlaceRulesTest {
    private final Estate estate =
            new Estate().holder("h-1", HolderKind.RESIDENT, "home").card("01:0001");

    @Test
    void a_household_has_uses_left_or_comes_home() {
        Asking.checkAtAnyTime(
                new QuotaRule(),
                estate.quota(2).table(),
                """
                at=gate-out card=01:0001                   -> -
                at=gate-out card=01:0001 quota=1:1:false   -> passes
                at=gate-out card=01:0001 quota=2:0:false   -> QUOTA_USED_UP
                at=gate-out card=01:0001 quota=3:0:false   -> QUOTA_USED_UP
                at=gate-out card=01:0001 quota=1:1:true    -> passes
                at=gate-out card=01:0001 quota=2:2:true    -> QUOTA_USED_UP
                at=gate-in card=01:0001 quota=2:2:false    -> -
                """);
    }

    @Test
    void nobody_comes_in_who_is_inside() {
        Asking.checkAtAnyTime(
                new PassbackRule(),
                estate.area("yard", Passback.HARD, 5).area("stairs", Passback.SOFT, 5).table(),
                """
                card=01:0001                               -> passes
                card=01:0001 place=street                  -> passes
                card=01:0001 place=yard                    -> PASSBACK
                card=01:0001 place=stairs                  -> PASSBACK
                card=01:0001 place=yard doubtful           -> passes
                at=stairs-in card=01:0001 place=stairs     -> passes
                at=gate-out card=01:0001 place=street      -> -
                pass=A1 place=yard                         -> -
                """);
    }

    @Test
    void nobody_passes_again_at_once() {
        Asking.check(
                new PassbackRule(),
                estate.notAgain("gate-in", 120).table(),
                """
                card=01:0001                                            -> passes
                card=01:0001 last=2026-11-23T11:59                      -> PASSBACK_TIMED
                card=01:0001 last=2026-11-23T11:58                      -> passes
                card=01:0001 last=2026-11-23T12:01                      -> PASSBACK_TIMED
                at=stairs-in card=01:0001 last=2026-11-23T11:59         -> passes
                card=01:0001 last=2026-11-23T11:59 untrusted            -> passes
                card=01:0001 last=1970-01-01T00:00 now=1970-01-01T00:00 untrusted -> passes
                card=01:0001 last=2026-11-23T11:59 now=2036-01-01T00:00 -> passes
                """);
    }

    @Test
    void a_full_area_takes_nobody_and_lets_everybody_out() {
        Asking.checkAtAnyTime(
                new OccupancyRule(),
                estate.area("yard", Passback.OFF, 5).area("street", Passback.OFF, 5).table(),
                """
                card=01:0001                               -> -
                card=01:0001 occupants=4                   -> passes
                card=01:0001 occupants=5                   -> AREA_FULL
                card=01:0001 occupants=6                   -> AREA_FULL
                at=gate-out card=01:0001 occupants=9       -> -
                at=stairs-in card=01:0001 occupants=9      -> -
                pass=A1 occupants=5                        -> AREA_FULL
                """);
    }

    @Test
    void a_door_waits_for_those_that_are_interlocked_with_it() {
        Asking.checkAtAnyTime(
                new InterlockRule(),
                estate.table(),
                """
                card=01:0001                               -> -
                card=01:0001 interlocked=                  -> passes
                card=01:0001 interlocked=south             -> INTERLOCKED
                pass=A1 interlocked=south                  -> INTERLOCKED
                """);
    }
}
