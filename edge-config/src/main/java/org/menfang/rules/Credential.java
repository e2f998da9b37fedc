package org.menfang.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;

/// A card or tag and who holds it.
///
/// @param validFrom the first minute in which it is valid; none: from always
/// @param validUntil the first minute in which it is no longer valid; none: for ever
public record Credential(
        CredentialIdentifier identifier,
        HolderId holder,
        CredentialStatus status,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {
    public Credential {
        checkWholeMinute(validFrom);
        checkWholeMinute(validUntil);
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            throw new IllegalArgumentException(
                    "validity ends before it begins: " + validFrom + " to " + validUntil);
        }
    }

    private static void checkWholeMinute(@Nullable Instant instant) {
        if (instant != null && (instant.getEpochSecond() % 60 != 0 || instant.getNano() != 0)) {
            throw new IllegalArgumentException("validity is given to the minute: " + instant);
        }
    }
}
