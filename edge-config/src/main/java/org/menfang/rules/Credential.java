package org.menfang.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;

/// A card, a tag or a PIN, and who holds it.
///
/// @param type what kind of proof it is; a pass is never listed
/// @param validFrom the first minute in which it is valid; none: from always
/// @param validUntil the first minute in which it is no longer valid; none: for ever
/// @param pin what is entered after the card where that is asked for; none for a card without one
/// @param duressPin what is entered instead by somebody who is forced
/// @param tagKey the key of a signed tag, made for this tag alone
public record Credential(
        CredentialIdentifier identifier,
        HolderId holder,
        CredentialClass type,
        CredentialStatus status,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable PinHash pin,
        @Nullable PinHash duressPin,
        @Nullable SecretKey tagKey) {
    public Credential {
        checkWholeMinute(validFrom);
        checkWholeMinute(validUntil);
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            throw new IllegalArgumentException(
                    "validity ends before it begins: " + validFrom + " to " + validUntil);
        }
        if (type == CredentialClass.PAPER_PASS || type == CredentialClass.ROTATING_PASS) {
            throw new IllegalArgumentException("a pass is signed, and never listed: " + type);
        }
        if ((type == CredentialClass.SIGNED_TAG) != (tagKey != null)) {
            throw new IllegalArgumentException("a signed tag has a key, and nothing else has one");
        }
        if (duressPin != null && (pin == null || pin.equals(duressPin))) {
            throw new IllegalArgumentException("a duress PIN stands beside another PIN");
        }
    }

    /// A plain number without a PIN.
    public static Credential card(
            CredentialIdentifier identifier,
            HolderId holder,
            CredentialStatus status,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {
        return new Credential(
                identifier,
                holder,
                CredentialClass.PLAIN_NUMBER,
                status,
                validFrom,
                validUntil,
                null,
                null,
                null);
    }

    private static void checkWholeMinute(@Nullable Instant instant) {
        if (instant != null && (instant.getEpochSecond() % 60 != 0 || instant.getNano() != 0)) {
            throw new IllegalArgumentException("validity is given to the minute: " + instant);
        }
    }
}
