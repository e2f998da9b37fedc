package org.menfang.hub.plan;

import org.menfang.wire.GateIdentity;

/// One thing that stands on the plan.
///
/// @param id of the door, lamp or camera at its gate
public record PlanItem(GateIdentity gate, Kind kind, String id) {
    public enum Kind {
        DOOR,
        LAMP,
        CAMERA
    }
}
