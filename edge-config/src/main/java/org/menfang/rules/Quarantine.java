package org.menfang.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HouseholdId;

/// Somebody who is to stay at home: one holder, or a household. Coming home is never denied by it.
///
/// @param until when it ends; every quarantine ends
public record Quarantine(
        @Nullable HolderId holder,
        @Nullable HouseholdId household,
        Instant from,
        Instant until,
        Resolution decided) {
    public Quarantine {
        if ((holder == null) == (household == null)) {
            throw new IllegalArgumentException("a quarantine names a holder or a household");
        }
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a quarantine ends after it begins: " + until);
        }
    }
}
