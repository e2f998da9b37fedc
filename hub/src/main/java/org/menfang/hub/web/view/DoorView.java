package org.menfang.hub.web.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.wire.GateState;

/// One door.
///
/// @param modeEndsAt when a lock-down or a hold-open ends by itself, by the hub's clock
public record DoorView(
        DoorId id, String name, DoorMode mode, DoorPhase phase, @Nullable Instant modeEndsAt) {
    static DoorView of(GateState.DoorView door, HubTime time) {
        return new DoorView(
                door.id(), door.name(), door.mode(), door.phase(), time.of(door.modeEndsAt()));
    }
}
