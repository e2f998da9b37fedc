package org.menfang.pass;

import java.util.List;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.GateId;

/// Where a pass opens: at access points, at every access point that leads into an area, and at
/// every access point of a gate.
///
/// @param accessPoints in the order of their names, like the others
public record PassScope(List<AccessPointId> accessPoints, List<AreaId> areas, List<GateId> gates) {
    public PassScope {
        accessPoints = accessPoints.stream().sorted().distinct().toList();
        areas = areas.stream().sorted().distinct().toList();
        gates = gates.stream().sorted().distinct().toList();
    }

    /// How many places are named.
    public int names() {
        return accessPoints.size() + areas.size() + gates.size();
    }

    /// Access points alone.
    public static PassScope of(List<AccessPointId> accessPoints) {
        return new PassScope(accessPoints, List.of(), List.of());
    }

    /// Whether the pass opens an access point of a gate that leads into an area.
    public boolean covers(AccessPointId accessPoint, AreaId to, GateId gate) {
        return accessPoints.contains(accessPoint) || areas.contains(to) || gates.contains(gate);
    }
}
