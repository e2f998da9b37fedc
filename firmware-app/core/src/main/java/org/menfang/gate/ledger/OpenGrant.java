package org.menfang.gate.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.wire.Grounds;

/// A grant of which it is not known yet whether somebody took it.
///
/// @param who none where it is not known
/// @param from where the access point comes from; none for one of another gate
/// @param to where it leads; none where another gate did not say
/// @param used the quotas of which it used something
/// @param pass of which it used something
/// @param at a time that had passed for certain when it was given
record OpenGrant(
        DoorId door,
        AccessPointId accessPoint,
        @Nullable Bearer who,
        @Nullable AreaId from,
        @Nullable AreaId to,
        List<Quotas.Account> used,
        Grounds.@Nullable PassFacts pass,
        Instant at) {
    OpenGrant {
        used = List.copyOf(used);
    }

    /// What a grant uses, as its grounds say.
    static List<Quotas.Account> accounts(@Nullable HouseholdId household, Grounds grounds) {
        List<Grounds.QuotaUse> uses = grounds.quotaUses();
        return household == null || uses == null
                ? List.of()
                : uses.stream().map(use -> new Quotas.Account(household, use.quota())).toList();
    }
}
