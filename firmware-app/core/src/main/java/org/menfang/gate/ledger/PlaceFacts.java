package org.menfang.gate.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.wire.Grounds;

/// What the ledger knows of somebody who asks to pass, and of where it leads: see {@link Grounds}
/// for each.
public record PlaceFacts(
        Grounds.@Nullable Place place,
        @Nullable Instant lastPassage,
        @Nullable Integer occupants,
        @Nullable List<Grounds.QuotaUse> quotaUses) {
    public PlaceFacts {
        quotaUses = quotaUses == null ? null : List.copyOf(quotaUses);
    }
}
