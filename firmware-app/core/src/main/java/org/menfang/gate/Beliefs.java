package org.menfang.gate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.door.DoorBelief;
import org.menfang.site.Site;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.GateState;
import org.menfang.wire.GateState.AlarmInputView;
import org.menfang.wire.GateState.AlarmView;
import org.menfang.wire.GateState.CameraView;
import org.menfang.wire.GateState.LampView;
import org.menfang.wire.GateState.PeerPosition;
import org.menfang.wire.GateState.ReaderView;

/// What a gate believes, apart from what changes all the time: two that are equal need to be told
/// only once.
///
/// @param levelEnd when the level ends by itself; none for NORMAL
record Beliefs(
        TimeTrust trust,
        boolean fire,
        SiteLevel level,
        @Nullable MonotonicTime levelEnd,
        @Nullable OperatorName levelBy,
        long rulesVersion,
        List<PeerPosition> peers,
        List<DoorBelief> doors,
        List<LampView> lamps,
        List<CameraView> cameras,
        List<AlarmView> alarms) {

    /// The whole state, as of now.
    GateState at(Moment now, Site site, long boot, long waitingEvents) {
        return new GateState(
                site.name(),
                now.wall(),
                trust,
                boot,
                now.monotonic().millis(),
                fire,
                level,
                wallOf(levelEnd, now),
                levelBy,
                rulesVersion,
                peers,
                waitingEvents,
                doors.stream().map(door -> door.at(now)).toList(),
                lamps,
                cameras,
                site.readers().stream()
                        .map(plan -> new ReaderView(plan.id(), plan.name()))
                        .toList(),
                site.alarmInputs().stream()
                        .map(plan -> new AlarmInputView(plan.id(), plan.name()))
                        .toList(),
                alarms);
    }

    private static @Nullable Instant wallOf(@Nullable MonotonicTime time, Moment now) {
        return time == null ? null : now.wallOf(time);
    }
}
