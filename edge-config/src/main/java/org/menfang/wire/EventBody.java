package org.menfang.wire;

import java.util.List;
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
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.QuotaId;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;

/// What happened. The name of the record is the type of the event; {@link
/// org.menfang.wire.json.EventTypes} maps it to its name on the wire.
public sealed interface EventBody {
    /// Somebody may pass.
    ///
    /// @param holder none for a pass: it names nobody
    /// @param credential none for a holder who was let in by a volunteer's word
    /// @param grounds what the decision hangs on
    record AccessGranted(
            AccessPointId accessPoint,
            DoorId door,
            @Nullable HolderId holder,
            @Nullable CredentialIdentifier credential,
            Grounds grounds,
            @Nullable PictureId picture)
            implements EventBody {}

    /// Somebody asked to leave; nobody asks who.
    record ExitRequested(AccessPointId accessPoint, DoorId door) implements EventBody {}

    /// A volunteer released a door from afar.
    record AccessGrantedByOperator(
            DoorId door, OperatorName by, CommandId command, @Nullable PictureId picture)
            implements EventBody {}

    /// Somebody may not pass. Credential and holder stand where they are known.
    ///
    /// @param grounds what the decision hangs on
    record AccessDenied(
            AccessPointId accessPoint,
            DoorId door,
            DenyReason reason,
            @Nullable CredentialIdentifier credential,
            @Nullable HolderId holder,
            Grounds grounds,
            @Nullable PictureId picture)
            implements EventBody {}

    /// The door was opened after a grant.
    ///
    /// @param accessPoint none after a release from afar
    /// @param grants the `events` seq of each grant that was open: several people may have been
    ///   granted before the door moved
    record AccessTaken(@Nullable AccessPointId accessPoint, DoorId door, List<Long> grants)
            implements EventBody {
        public AccessTaken {
            grants = List.copyOf(grants);
        }
    }

    /// The door was not opened after a grant: what the grants used up is given back.
    ///
    /// @param grants as in {@link AccessTaken}
    record AccessNotTaken(@Nullable AccessPointId accessPoint, DoorId door, List<Long> grants)
            implements EventBody {
        public AccessNotTaken {
            grants = List.copyOf(grants);
        }
    }

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

    /// A rule set came that this gate cannot obey; the one before it stays in force.
    ///
    /// @param version of the refused set; none where it could not be read
    /// @param why what is wrong with it, and where
    record RulesRefused(@Nullable Long version, String why) implements EventBody {}

    /// The compound's level changed at this gate.
    ///
    /// @param by none where it ended by itself, or a holder set it at a reader
    /// @param holder who set it at a reader
    /// @param lastsSeconds when it ends by itself; none for NORMAL
    record LevelChanged(
            SiteLevel level,
            @Nullable OperatorName by,
            @Nullable HolderId holder,
            @Nullable Integer lastsSeconds)
            implements EventBody {}

    /// Gates that could not hear each other have granted more than a quota allows.
    ///
    /// @param uses all uses of the period, in the order of their time
    record QuotaExceeded(HouseholdId household, QuotaId quota, List<Grounds.UseRef> uses)
            implements EventBody {
        public QuotaExceeded {
            uses = List.copyOf(uses);
        }
    }

    /// A volunteer made the gates forget where a holder is, so that anti-passback lets them pass.
    record PlaceForgiven(HolderId holder, OperatorName by) implements EventBody {}

    /// A credential was locked out after wrong tries.
    record CredentialLockedOut(
            AccessPointId accessPoint, CredentialIdentifier credential, int seconds)
            implements EventBody {}

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
