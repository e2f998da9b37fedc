package org.menfang.hub.web;

import java.util.List;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DenyReason;
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
import org.menfang.wire.EventBody;

/// One event of every kind.
final class SampleEvents {
    private static final AccessPointId POINT = new AccessPointId("main-in");
    private static final OperatorName WANG = new OperatorName("王建国");
    private static final AlarmId ALARM = new AlarmId(7);
    private static final CommandId COMMAND = new CommandId("c-00000001");

    private SampleEvents() {}

    static List<EventBody> all() {
        return List.of(
                Compound.granted(),
                new EventBody.ExitRequested(POINT, Compound.MAIN_DOOR),
                Compound.operatorRelease("王建国"),
                Compound.denied(DenyReason.EXPIRED),
                new EventBody.AccessTaken(POINT, Compound.MAIN_DOOR, List.of(1L)),
                new EventBody.AccessNotTaken(null, Compound.MAIN_DOOR, List.of(1L)),
                new EventBody.DoorOpened(Compound.MAIN_DOOR),
                new EventBody.DoorClosed(Compound.MAIN_DOOR),
                new EventBody.DoorModeChanged(Compound.MAIN_DOOR, DoorMode.UNLOCKED, WANG),
                Compound.raised(7, AlarmKind.FORCED_OPEN),
                new EventBody.AlarmReturned(ALARM),
                new EventBody.AlarmAcknowledged(ALARM, WANG),
                new EventBody.AlarmReset(ALARM, WANG),
                new EventBody.LampSwitched(new LampId("lamp-1"), true),
                new EventBody.PictureTaken(
                        new PictureId(1), new CameraId("cam-1"), Sha256.of("picture"), 7),
                new EventBody.PictureMissed(new PictureId(2), new CameraId("cam-1"), "frozen"),
                new EventBody.BadReadsCounted(new ReaderId("reader-1"), 400),
                new EventBody.CommandAnswered(COMMAND, CommandOutcome.DONE, WANG),
                new EventBody.GateStarted("0.1.0"),
                new EventBody.GateStopped("asked to"),
                new EventBody.TimeTrustChanged(TimeTrust.UNTRUSTED),
                new EventBody.RulesApplied(12, 40),
                new EventBody.RulesRefused(13L, "12:5: no such door"),
                new EventBody.LevelChanged(SiteLevel.LOCKDOWN, WANG, null, 1_800),
                new EventBody.QuotaExceeded(
                        new HouseholdId("3-2-501"), new QuotaId("one-out"), List.of()),
                new EventBody.PlaceForgiven(new HolderId("h-1"), WANG),
                new EventBody.CredentialLockedOut(
                        POINT, new CredentialIdentifier("wiegand-26:03:1A2B"), 300),
                new EventBody.EventsDropped(EventStream.EVENTS, 1, 9, "disk full"),
                new EventBody.HeadSigned(EventStream.EVENTS, 100, Sha256.of("head"), "c2ln"),
                new EventBody.Unrecognised("org.menfang.from-the-future"));
    }
}
