package org.menfang.hub.roster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.OperatorName;

/// One person asks another to work in their place.
///
/// @param back the shift of the other one that the asker works in return; none for a favour
public record Swap(
        long number,
        Slot slot,
        OperatorName asker,
        OperatorName with,
        @Nullable Slot back,
        Instant askedAt) {}
