package org.menfang.rules;

import java.util.List;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;

/// What one gate of the compound has, as the rule set knows it. A gate refuses a set whose outline
/// of it differs from its site file.
public record GateOutline(
        GateId gate, List<AreaId> areas, List<DoorId> doors, List<AccessPointId> accessPoints) {
    public GateOutline {
        areas = List.copyOf(areas);
        doors = List.copyOf(doors);
        accessPoints = List.copyOf(accessPoints);
    }
}
