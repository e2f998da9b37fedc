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
public record GateCard(
        CompoundId compound,
        GateId gate,
        boolean online,
        @Nullable Instant heardAt,
        @Nullable GateState state,
        @Nullable Instant stateHeardAt) {}
