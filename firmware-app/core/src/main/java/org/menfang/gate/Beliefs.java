package org.menfang.gate;

import java.util.List;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.GateState;
import org.menfang.wire.GateState.AlarmView;
import org.menfang.wire.GateState.CameraView;
import org.menfang.wire.GateState.DoorView;
import org.menfang.wire.GateState.LampView;

/// What a gate believes, apart from what changes all the time: two that are equal need to be told
/// only once.
record Beliefs(
        TimeTrust trust,
        boolean fire,
        long rulesVersion,
        List<DoorView> doors,
        List<LampView> lamps,
        List<CameraView> cameras,
        List<AlarmView> alarms) {

    /// The whole state, as of now.
    GateState at(Moment now, String name, long boot, long waitingEvents) {
        return new GateState(
                name,
                now.wall(),
                trust,
                boot,
                now.monotonic().millis(),
                fire,
                rulesVersion,
                waitingEvents,
                doors,
                lamps,
                cameras,
                alarms);
    }
}
