package org.menfang.hub.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryBody;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.Sha256;

/// People of a small compound.
final class Samples {
    static final CompoundId ELM = new CompoundId("elm-lane");

    private Samples() {}

    static Holder holder(String id, HolderKind kind) {
        return new Holder(
                new HolderId(id), kind, new HouseholdId("1-1-101"), List.of(), false, false);
    }

    static Credential card(String number, String holder, @Nullable Instant until) {
        return Credential.card(
                new CredentialIdentifier("wiegand-26:" + number),
                new HolderId(holder),
                CredentialStatus.ACTIVE,
                null,
                until);
    }

    static RuleSet rules(List<Holder> holders, List<Credential> cards) {
        return RuleSet.ofRights(ELM, 1, List.of(), List.of(), holders, cards);
    }

    static Entry entry(EntryBody body) {
        return new Entry(1, Instant.EPOCH, Book.HUB, body, Sha256.ZERO);
    }
}
