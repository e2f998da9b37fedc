package org.menfang.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.LampLight;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;

/// A snapshot of all that a gate believes now.
///
/// @param name what people call this gate
/// @param uptimeMillis time since the gate started, as in {@link Command}
/// @param fire whether doors stand released because of fire
/// @param level the level of the compound at this gate
/// @param levelEndsAt when the level ends by itself, by the clock that says `time`; none for NORMAL
/// @param levelBy who set the level at the hub; none for NORMAL, and where it was set at a reader
/// @param rulesVersion the rule set in force; 0 for none
/// @param peers how far this gate holds what the compound's other gates granted
/// @param waitingEvents how many events the hub has not acknowledged
public record GateState(
        String name,
        Instant time,
        TimeTrust trust,
        long boot,
        long uptimeMillis,
        boolean fire,
        SiteLevel level,
        @Nullable Instant levelEndsAt,
        @Nullable OperatorName levelBy,
        long rulesVersion,
        List<PeerPosition> peers,
        long waitingEvents,
        List<DoorView> doors,
        List<LampView> lamps,
        List<CameraView> cameras,
        List<ReaderView> readers,
        List<AlarmInputView> alarmInputs,
        List<AlarmView> alarms) {
    public GateState {
        peers = List.copyOf(peers);
        doors = List.copyOf(doors);
        lamps = List.copyOf(lamps);
        cameras = List.copyOf(cameras);
        readers = List.copyOf(readers);
        alarmInputs = List.copyOf(alarmInputs);
        alarms = List.copyOf(alarms);
    }

    /// @param seq the last `events` seq of the gate up to which nothing that counts is missing
    public record PeerPosition(GateId gate, long seq) {}

    /// @param modeEndsAt when a lock-down or a hold-open of this door ends by itself, by the clock
    ///   that says `time`; none where nothing of the kind is on
    public record DoorView(
            DoorId id, String name, DoorMode mode, DoorPhase phase, @Nullable Instant modeEndsAt) {
        public DoorView(DoorId id, String name, DoorMode mode, DoorPhase phase) {
            this(id, name, mode, phase, null);
        }
    }

    public record LampView(LampId id, String name, LampLight light) {}

    /// @param working whether its last picture was new and in time
    public record CameraView(CameraId id, String name, boolean working) {}

    public record ReaderView(ReaderId id, String name) {}

    public record AlarmInputView(AlarmInputId id, String name) {}

    public record AlarmView(
            AlarmId id, AlarmKind kind, AlarmSource source, AlarmState state, Instant raisedAt) {}
}
