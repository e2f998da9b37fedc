package org.menfang.hub.web.view;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Times of a gate by the clock of the hub: a gate's own clock may be wrong, and what is left of
/// something is the same by both.
///
/// @param gate the gate's clock when it said something
/// @param heard the hub's when it heard that; none for never
record HubTime(Instant gate, @Nullable Instant heard) {
    @Nullable Instant of(@Nullable Instant byGate) {
        return byGate == null || heard == null ? null : heard.plus(Duration.between(gate, byGate));
    }
}
