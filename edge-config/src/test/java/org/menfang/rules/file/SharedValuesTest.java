package org.menfang.rules.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.json.Json;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;

final class SharedValuesTest {
    private static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void what_holders_and_credentials_have_in_common_is_read_once() {
        RuleSet written =
                RuleSet.ofRights(
                        new CompoundId("peace"),
                        1,
                        List.of(),
                        List.of(new AccessProfile(new AccessProfileId("home"), List.of())),
                        List.of(holder("h-1"), holder("h-2")),
                        List.of(card("01:0001", "h-1"), card("01:0002", "h-2")));
        RuleSetCheck check = RuleSetFiles.check(new ByteArrayInputStream(Json.write(written)));
        RuleSet read = assertInstanceOf(RuleSetCheck.Good.class, check, check.toString()).rules();
        assertEquals(written, read);
        Holder first = read.holders().getFirst();
        Holder second = read.holders().getLast();
        assertSame(first.household(), second.household());
        assertSame(first.profiles(), second.profiles());
        assertSame(first.id(), read.credentials().getFirst().holder());
        assertSame(
                read.credentials().getFirst().validUntil(),
                read.credentials().getLast().validUntil());
    }

    private static Holder holder(String id) {
        return new Holder(
                new HolderId(id),
                HolderKind.RESIDENT,
                new HouseholdId("1-101"),
                List.of(new AccessProfileId("home")),
                false,
                false);
    }

    private static Credential card(String number, String holder) {
        return Credential.card(
                new CredentialIdentifier("wiegand-26:" + number),
                new HolderId(holder),
                CredentialStatus.ACTIVE,
                null,
                UNTIL);
    }
}
