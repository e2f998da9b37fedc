package org.menfang.gate;

import org.jspecify.annotations.Nullable;
import org.menfang.gate.access.AccessTable;
import org.menfang.site.PointName;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.EventPosition;

/// A fact that the outside tells the controller.
public sealed interface Input {
    /// A reader delivered the bits of a card, good or bad.
    record CardRead(ReaderId reader, CardBits bits) implements Input {}

    /// A door's leaf left its frame, or is back in it.
    record MonitorChanged(DoorId door, boolean open) implements Input {}

    /// Somebody asks to leave.
    record RexPressed(AccessPointId accessPoint) implements Input {}

    record FireChanged(boolean active) implements Input {}

    record AlarmInputChanged(AlarmInputId input, boolean active) implements Input {}

    record LampCurrentChanged(LampId lamp, boolean flows) implements Input {}

    record LampLineChanged(LampId lamp, boolean whole) implements Input {}

    /// The time that {@link GateController#wakeAt()} named has come.
    record TimeIsDue() implements Input {}

    /// All events of a stream up to this one are durable.
    record JournalCommitted(EventPosition upTo) implements Input {}

    /// What was appended since the last commit is not durable; the journal goes on trying.
    record JournalFailed(String why) implements Input {}

    /// The journal, having failed, is durable again up to all that was appended.
    record JournalRecovered() implements Input {}

    /// The journal dropped events that the range names, on purpose or because it had no room. The
    /// controller writes an event of it.
    ///
    /// @param why in English: too many events, no room, damaged
    record EventsDropped(EventStream stream, long fromSeq, long toSeq, String why)
            implements Input {}

    /// Little room is left where the journal and the pictures are kept.
    record StorageLow(long freeBytes) implements Input {}

    /// There is room again.
    record StorageEnough(long freeBytes) implements Input {}

    record LinkUp() implements Input {}

    record LinkLost(String why) implements Input {}

    /// The hub said that it is there, or the broker said that it is gone.
    record HubSeen(boolean online) implements Input {}

    /// The hub says what it holds. Its hash is still to be compared.
    record HubAcknowledged(Acknowledgement acknowledgement) implements Input {}

    /// What the hub says it holds is what the journal holds.
    record AcknowledgementMatched(EventStream stream, long seq) implements Input {}

    /// What the hub says it holds is not what the journal holds.
    record AcknowledgementDiverged(EventStream stream, long seq) implements Input {}

    /// The journal's key signed the head of a stream.
    record HeadSignatureMade(EventStream stream, long seq, Sha256 hash, String signature)
            implements Input {}

    record CommandReceived(Command command) implements Input {}

    /// Something came on the command topic that is not a command.
    record CommandGarbled(@Nullable CommandId id, String why) implements Input {}

    /// A rule set is durable and ready: from now on it decides.
    record AccessTableReplaced(AccessTable table) implements Input {}

    record PictureArrived(PictureId picture, CameraId camera, Sha256 digest, int sizeBytes)
            implements Input {}

    record PictureFailed(PictureId picture, CameraId camera, String why) implements Input {}

    record CameraFound(CameraId camera) implements Input {}

    record CameraLost(CameraId camera, String why) implements Input {}

    record OutputFailed(PointName output, String why) implements Input {}

    record OutputRecovered(PointName output) implements Input {}

    /// The inbox was full; so many inputs of readers were dropped.
    record InputsDropped(long count) implements Input {}

    /// The site file is bad; the gate runs with the last good one.
    ///
    /// @param firstFault file, line, column and what is wrong
    record SiteFileRejected(String firstFault) implements Input {}

    /// The program is about to end.
    record StopRequested(String why) implements Input {}
}
