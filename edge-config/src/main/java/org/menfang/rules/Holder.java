package org.menfang.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;

/// A person who holds credentials, known to the gate by a number only.
///
/// @param household the household that the person belongs to; none for a courier
/// @param profiles what the person may open, and when
/// @param suspended whether all credentials of the person are out of use for now
/// @param extendedTimes whether doors stay released and may stay open longer for this person: a
///   wheelchair, a slow walk
public record Holder(
        HolderId id,
        HolderKind kind,
        @Nullable HouseholdId household,
        List<AccessProfileId> profiles,
        boolean suspended,
        boolean extendedTimes) {
    public Holder {
        profiles = List.copyOf(profiles);
    }
}
