package org.menfang.rules;

import java.util.HashSet;
import java.util.List;
import org.menfang.vocabulary.DoorId;

/// Doors of which never two stand open or released by a credential. REX and fire release them all
/// the same.
///
/// @param doors two or more doors of one gate
public record Interlock(List<DoorId> doors) {
    public Interlock {
        doors = List.copyOf(doors);
        if (doors.size() < 2 || new HashSet<>(doors).size() != doors.size()) {
            throw new IllegalArgumentException("an interlock joins two or more doors: " + doors);
        }
    }
}
