package org.menfang.hub.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.GateState;

/// One gate, as the hub last heard it.
///
/// @param online whether its link stands
/// @param heardAt when the hub heard it last, by the hub's clock; none for never
/// @param state its last snapshot; none for never
/// @param stateHeardAt when that came, by the hub's clock
/// @param version of its software; none until it said it
public record GateCard(
        CompoundId compound,
        GateId gate,
        boolean online,
        @Nullable Instant heardAt,
        @Nullable GateState state,
        @Nullable Instant stateHeardAt,
        @Nullable String version) {
    /// A gate that has not said which version it runs.
    public GateCard(
            CompoundId compound,
            GateId gate,
            boolean online,
            @Nullable Instant heardAt,
            @Nullable GateState state,
            @Nullable Instant stateHeardAt) {
        this(compound, gate, online, heardAt, state, stateHeardAt, null);
    }
}
