package org.menfang.hub.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.people.Tenancies.Tenancy;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;

class TenanciesTest {
    private static final CompoundId ELM = new CompoundId("elm-lane");
    private static final Instant MAY = Instant.parse("2027-05-31T16:00:00Z");
    private static final Instant JUNE = Instant.parse("2027-06-30T16:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2027-05-17T15:59:59Z,",
        "2027-05-17T16:00:00Z, 14",
        "2027-05-28T15:59:59Z, 14",
        "2027-05-28T16:00:00Z, 3",
        "2027-05-31T15:59:59Z, 3",
        "2027-05-31T16:00:00Z,"
    })
    void fourteen_and_three_days_before_its_end_a_tenancy_is_told(Instant now, Integer days) {
        OptionalInt expected = days == null ? OptionalInt.empty() : OptionalInt.of(days);
        assertEquals(expected, Tenancies.warningDue(MAY, now));
    }

    @Test
    void a_tenancy_ends_with_the_last_card_of_a_renter_or_as_somebody_wrote_down() {
        RuleSet rules =
                Samples.rules(
                        List.of(
                                Samples.holder("h-1", HolderKind.RENTER),
                                Samples.holder("h-2", HolderKind.RENTER),
                                Samples.holder("h-3", HolderKind.RESIDENT),
                                Samples.holder("h-4", HolderKind.RENTER)),
                        List.of(
                                Samples.card("A1", "h-1", MAY),
                                Samples.card("A2", "h-1", JUNE),
                                Samples.card("A3", "h-2", MAY),
                                Samples.card("A4", "h-2", null),
                                Samples.card("A5", "h-3", MAY)));
        Register register = new Register();
        assertEquals(List.of(ending("h-1", JUNE)), Tenancies.of(rules, register));
        register.take(Samples.entry(new PeopleEntry.TenancySet(ELM, new HolderId("h-4"), MAY, 2)));
        assertEquals(
                List.of(ending("h-4", MAY), ending("h-1", JUNE)), Tenancies.of(rules, register));
        register.take(Samples.entry(new PeopleEntry.TenancySet(ELM, new HolderId("h-4"), null, 3)));
        assertEquals(List.of(ending("h-1", JUNE)), Tenancies.of(rules, register));
    }

    private static Tenancy ending(String holder, Instant until) {
        return new Tenancy(new Register.Key(ELM, new HolderId(holder)), until);
    }
}
