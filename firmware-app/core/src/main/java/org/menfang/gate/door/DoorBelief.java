package org.menfang.gate.door;

import org.jspecify.annotations.Nullable;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.wire.GateState.DoorView;

/// What is told of a door. It stays the same while only time passes.
///
/// @param modeEnd when a lock-down or a hold-open ends by itself; none where nothing of the kind is
///   on
public record DoorBelief(
        DoorId id, String name, DoorMode mode, DoorPhase phase, @Nullable MonotonicTime modeEnd) {
    static DoorBelief of(Door door) {
        return new DoorBelief(
                door.id(),
                door.plan().name(),
                door.shownMode(),
                door.phase().shown(),
                door.intent().modeEnd());
    }

    public DoorView at(Moment now) {
        return new DoorView(id, name, mode, phase, modeEnd == null ? null : now.wallOf(modeEnd));
    }
}
