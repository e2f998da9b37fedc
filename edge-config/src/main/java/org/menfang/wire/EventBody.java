package org.menfang.wire;

import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.TimeTrust;

/// What happened. The name of the record is the type of the event; {@link
/// org.menfang.wire.json.EventTypes} maps it to its name on the wire.
public sealed interface EventBody {
    /// A holder may pass.
    record AccessGranted(
            AccessPointId accessPoint,
            DoorId door,
            HolderId holder,
            CredentialIdentifier credential,
            @Nullable PictureId picture)
            implements EventBody {}

    /// Somebody asked to leave; nobody asks who.
    record ExitRequested(AccessPointId accessPoint, DoorId door) implements EventBody {}

    /// A volunteer released a door from afar.
    record AccessGrantedByOperator(
            DoorId door, OperatorName by, CommandId command, @Nullable PictureId picture)
            implements EventBody {}

    /// Somebody may not pass. Credential and holder stand where they are known.
    record AccessDenied(
            AccessPointId accessPoint,
            DoorId door,
            DenyReason reason,
            @Nullable CredentialIdentifier credential,
            @Nullable HolderId holder,
            @Nullable PictureId picture)
            implements EventBody {}

    /// The door was opened after a grant.
    ///
    /// @param accessPoint none after a release from afar
    record AccessTaken(@Nullable AccessPointId accessPoint, DoorId door) implements EventBody {}

    /// The door was not opened after a grant.
    record AccessNotTaken(@Nullable AccessPointId accessPoint, DoorId door) implements EventBody {}

    record DoorOpened(DoorId door) implements EventBody {}

    record DoorClosed(DoorId door) implements EventBody {}

    /// @param by none where the gate itself changed the mode
    record DoorModeChanged(DoorId door, DoorMode mode, @Nullable OperatorName by)
            implements EventBody {}

    /// @param detail what a person needs to know beyond kind and source; may be empty
    record AlarmRaised(
            AlarmId alarm,
            AlarmKind kind,
            AlarmSource source,
            String detail,
            @Nullable PictureId picture)
            implements EventBody {}

    /// The cause of an alarm is gone.
    record AlarmReturned(AlarmId alarm) implements EventBody {}

    record AlarmAcknowledged(AlarmId alarm, OperatorName by) implements EventBody {}

    record AlarmReset(AlarmId alarm, OperatorName by) implements EventBody {}

    record LampSwitched(LampId lamp, boolean on) implements EventBody {}

    /// A picture that was asked for is there.
    ///
    /// @param digest what the picture's bytes hash to; the hub keeps it under this name
    record PictureTaken(PictureId picture, CameraId camera, Sha256 digest, int sizeBytes)
            implements EventBody {}

    /// A picture that was asked for will never come.
    record PictureMissed(PictureId picture, CameraId camera, String why) implements EventBody {}

    /// Bad reads of one reader, counted instead of written one by one.
    record BadReadsCounted(ReaderId reader, long count) implements EventBody {}

    record CommandAnswered(CommandId command, CommandOutcome outcome, @Nullable OperatorName by)
            implements EventBody {}

    record GateStarted(String version) implements EventBody {}

    record GateStopped(String why) implements EventBody {}

    record TimeTrustChanged(TimeTrust trust) implements EventBody {}

    /// A rule set came into force.
    record RulesApplied(long version, int credentials) implements EventBody {}

    /// Events were dropped on purpose, to keep room.
    record EventsDropped(EventStream stream, long fromSeq, long toSeq, String why)
            implements EventBody {}

    /// The gate's own key signed the head of a stream.
    ///
    /// @param seq the event that the head ends with
    /// @param hash what that event hashes to
    /// @param signature Ed25519 over `compound/gate/stream/seq/hash/boot`, in Base64
    record HeadSigned(EventStream stream, long seq, Sha256 hash, String signature)
            implements EventBody {}

    /// Something that this version does not know. The hub keeps it as it came.
    ///
    /// @param type its name on the wire
    record Unrecognised(String type) implements EventBody {}
}
