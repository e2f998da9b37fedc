package org.menfang.hub.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.hub.rules.RulesOffice.Change;
import org.menfang.rules.Credential;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;

class HolderEditsTest {
    private static final Instant MAY = Instant.parse("2027-05-31T16:00:00Z");
    private static final CredentialIdentifier A1 = new CredentialIdentifier("wiegand-26:A1");
    private static final HolderId FIRST = new HolderId("h-1");
    private static final HolderId NOBODY = new HolderId("h-9");

    private final RuleSet rules =
            Samples.rules(
                    List.of(
                            Samples.holder("h-1", HolderKind.RENTER),
                            Samples.holder("h-2", HolderKind.RESIDENT)),
                    List.of(Samples.card("A1", "h-1", null), Samples.card("A2", "h-2", null)));

    @Test
    void a_lost_card_stays_listed_so_that_showing_it_is_an_alarm() {
        RuleSet changed = to(HolderEdits.status(rules, A1, CredentialStatus.LOST));
        assertEquals(CredentialStatus.LOST, changed.credentials().getFirst().status());
        assertEquals(rules.credentials().getLast(), changed.credentials().getLast());
    }

    @Test
    void a_card_that_somebody_has_is_not_given_again() {
        assertEquals(
                new Change.Refuse("refused.people.card-known"),
                HolderEdits.give(rules, Samples.card("A1", "h-2", null)));
    }

    @Test
    void nothing_is_given_to_nobody() {
        Change refused = new Change.Refuse("refused.people.unknown");
        assertEquals(refused, HolderEdits.give(rules, Samples.card("A3", "h-9", null)));
        assertEquals(refused, HolderEdits.end(rules, NOBODY));
        assertEquals(refused, HolderEdits.until(rules, NOBODY, MAY));
        assertEquals(
                new Change.Refuse("refused.people.no-card"),
                HolderEdits.takeBack(rules, new CredentialIdentifier("wiegand-26:A3")));
    }

    @Test
    void who_ends_takes_all_cards_along() {
        RuleSet changed = to(HolderEdits.end(rules, FIRST));
        assertEquals(List.of(rules.holders().getLast()), changed.holders());
        assertEquals(List.of(rules.credentials().getLast()), changed.credentials());
    }

    @Test
    void a_tenancy_ends_all_cards_of_its_renter_and_no_others() {
        RuleSet changed = to(HolderEdits.until(rules, FIRST, MAY));
        assertEquals(MAY, changed.credentials().getFirst().validUntil());
        assertEquals(rules.credentials().getLast(), changed.credentials().getLast());
    }

    @Test
    void a_tenancy_does_not_end_before_a_card_begins() {
        Credential later =
                Credential.card(
                        new CredentialIdentifier("wiegand-26:A3"),
                        FIRST,
                        CredentialStatus.ACTIVE,
                        MAY,
                        null);
        RuleSet with = to(HolderEdits.give(rules, later));
        assertEquals(
                new Change.Refuse("refused.people.until"), HolderEdits.until(with, FIRST, MAY));
    }

    private static RuleSet to(Change change) {
        return assertInstanceOf(Change.To.class, change).rules();
    }
}
