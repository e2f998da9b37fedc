package org.menfang.hub.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.menfang.hub.rules.RulesOffice;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;

/// When one person alone has taken enough for a day.
class AloneADayTest {
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    private final AloneADay day = new AloneADay();

    private static Register.Key who(int number) {
        return new Register.Key(Samples.ELM, new HolderId("h-" + number));
    }

    @Test
    void the_eleventh_person_of_a_day_takes_two() {
        for (int n = 0; n < AloneADay.PEOPLE_MAX; n++) {
            assertTrue(day.mayTake(who(n), NOW), "" + n);
            day.took(who(n), NOW.plusSeconds(n));
        }
        Instant later = NOW.plusSeconds(60);
        assertFalse(day.mayTake(who(99), later));
        assertTrue(day.mayTake(who(3), later), "whoever is among them does not count again");
        assertTrue(
                day.mayTake(
                        new Register.Key(new CompoundId("other"), new HolderId("h-99")), later));
        assertFalse(day.mayTake(who(99), NOW.plus(AloneADay.DAY).minusSeconds(1)));
        assertTrue(day.mayTake(who(99), NOW.plus(AloneADay.DAY)));
    }

    @Test
    void less_is_to_be_suspended_or_to_lose_a_profile() {
        AccessProfileId yard = new AccessProfileId("yard");
        AccessProfileId clinic = new AccessProfileId("clinic");
        Holder both = with(List.of(yard, clinic), false);
        assertTrue(HolderEdits.lessens(both, with(List.of(yard, clinic), true)));
        assertTrue(HolderEdits.lessens(both, with(List.of(clinic), false)));
        assertFalse(HolderEdits.lessens(both, with(List.of(clinic, yard), false)));
        assertFalse(HolderEdits.lessens(with(List.of(yard), true), both));
    }

    private static Holder with(List<AccessProfileId> profiles, boolean suspended) {
        return new Holder(
                new HolderId("h-1"), HolderKind.RESIDENT, null, profiles, suspended, false);
    }

    @Test
    void whom_a_choice_means() {
        RuleSet rules =
                Samples.rules(
                        List.of(
                                Samples.holder("h-1", HolderKind.RESIDENT),
                                Samples.holder("h-2", HolderKind.RENTER)),
                        List.of());
        assertEquals(List.of(), ids(new ManyChoice("", ""), rules, true));
        assertEquals(List.of("h-1", "h-2"), ids(new ManyChoice("1-1-101、2-1-1", ""), rules, true));
        assertEquals(List.of("h-2"), ids(new ManyChoice("1-1-101", "RENTER"), rules, true));
        assertEquals(List.of("h-2"), ids(new ManyChoice("", "RENTER"), rules, true));
        assertEquals(List.of(), ids(new ManyChoice("9-9-909", ""), rules, true));
        assertEquals(List.of(), ids(new ManyChoice("", "RENTER"), rules, false));
        RuleSet blocked =
                ((RulesOffice.Change.To)
                                HolderEdits.suspend(rules, Set.of(new HolderId("h-2")), true))
                        .rules();
        assertEquals(List.of("h-2"), ids(new ManyChoice("1-1-101", ""), blocked, false));
    }

    private static List<String> ids(ManyChoice choice, RuleSet rules, boolean blocked) {
        return choice.of(rules, blocked).stream().map(each -> each.id().value()).toList();
    }
}
