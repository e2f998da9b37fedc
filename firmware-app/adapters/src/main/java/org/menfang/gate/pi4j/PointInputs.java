package org.menfang.gate.pi4j;

import java.util.Optional;
import org.menfang.gate.Input;
import org.menfang.site.PointName;
import org.menfang.site.PointRole;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.LampId;

/// What it means to the controller that a point became active or not.
final class PointInputs {
    private PointInputs() {}

    /// What is to be believed of a point that says nothing any more, where that is not what it said
    /// last: there may be something under the arm of a barrier.
    static Optional<Input> whenUnknown(PointName point) {
        return point.role() == PointRole.LOOP ? when(point, true) : Optional.empty();
    }

    /// The input to report; empty where there is nothing to tell. A request to exit is told when it
    /// begins, and nobody asks when it ends.
    static Optional<Input> when(PointName point, boolean active) {
        String device = point.device();
        return switch (point.role()) {
            case MONITOR -> Optional.of(new Input.MonitorChanged(new DoorId(device), active));
            case LOOP -> Optional.of(new Input.LoopChanged(new DoorId(device), active));
            case REX ->
                    active
                            ? Optional.of(new Input.RexPressed(new AccessPointId(device)))
                            : Optional.empty();
            case FIRE -> Optional.of(new Input.FireChanged(active));
            case DARK -> Optional.of(new Input.DarknessChanged(active));
            case ALARM ->
                    Optional.of(new Input.AlarmInputChanged(new AlarmInputId(device), active));
            case CURRENT -> Optional.of(new Input.LampCurrentChanged(new LampId(device), active));
            case LINE -> Optional.of(new Input.LampLineChanged(new LampId(device), active));
            case LOCK, LAMP, SIREN, STROBE, D0, D1, GREEN, RED, BUZZER -> Optional.empty();
        };
    }
}
