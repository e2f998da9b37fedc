package org.menfang.gate.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.door.Door;
import org.menfang.gate.door.Doors;
import org.menfang.gate.ledger.Movements;
import org.menfang.gate.rule.AccessTable;
import org.menfang.vocabulary.DoorId;

/// Which of the doors that are interlocked with a door are in use.
///
/// A door is in use from the moment of a grant until its leaf is closed and its lock secured again.
/// So of two people who are granted at the same instant, one at each door, only the first is.
final class Interlocks {
    private final Doors doors;
    private final Movements movements;

    Interlocks(Doors doors, Movements movements) {
        this.doors = doors;
        this.movements = movements;
    }

    /// The doors in use; none where the door is not interlocked, or where fire has released all
    /// doors anyway.
    @Nullable List<DoorId> busy(AccessTable table, DoorId door) {
        List<DoorId> others = table.places().interlockedWith(door);
        return others.isEmpty() || doors.isFire()
                ? null
                : others.stream().filter(this::isBusy).toList();
    }

    private boolean isBusy(DoorId id) {
        if (!doors.has(id)) {
            return false;
        }
        Door door = doors.door(id);
        return door.phase().isOpen() || door.lockReleased() || movements.isGranted(id);
    }
}
