package org.menfang.wire;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.LampLight;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PassId;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.PinCheck;
import org.menfang.vocabulary.QuotaId;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.EventBody.AccessDenied;
import org.menfang.wire.EventBody.AccessGranted;
import org.menfang.wire.EventBody.AccessGrantedByOperator;
import org.menfang.wire.EventBody.AccessNotTaken;
import org.menfang.wire.EventBody.AccessTaken;
import org.menfang.wire.EventBody.AlarmAcknowledged;
import org.menfang.wire.EventBody.AlarmRaised;
import org.menfang.wire.EventBody.AlarmReset;
import org.menfang.wire.EventBody.AlarmReturned;
import org.menfang.wire.EventBody.BadReadsCounted;
import org.menfang.wire.EventBody.CommandAnswered;
import org.menfang.wire.EventBody.CredentialLockedOut;
import org.menfang.wire.EventBody.DoorClosed;
import org.menfang.wire.EventBody.DoorModeChanged;
import org.menfang.wire.EventBody.DoorOpened;
import org.menfang.wire.EventBody.EventsDropped;
import org.menfang.wire.EventBody.ExitRequested;
import org.menfang.wire.EventBody.GateStarted;
import org.menfang.wire.EventBody.GateStopped;
import org.menfang.wire.EventBody.HeadSigned;
import org.menfang.wire.EventBody.LampSwitched;
import org.menfang.wire.EventBody.LevelChanged;
import org.menfang.wire.EventBody.PictureMissed;
import org.menfang.wire.EventBody.PictureTaken;
import org.menfang.wire.EventBody.PlaceForgiven;
import org.menfang.wire.EventBody.QuotaExceeded;
import org.menfang.wire.EventBody.RulesApplied;
import org.menfang.wire.EventBody.RulesRefused;
import org.menfang.wire.EventBody.TimeTrustChanged;

/// One of everything that gate and hub say to each other.
public final class Samples {
    public static final CompoundId COMPOUND = new CompoundId("xingfu-li");
    public static final GateId GATE = new GateId("main");

    private static final Instant EIGHT = Instant.parse("2026-11-22T00:00:00.125Z");
    private static final DoorId DOOR = new DoorId("north-gate");
    private static final AccessPointId POINT = new AccessPointId("north-in");
    private static final HolderId HOLDER = new HolderId("h-017");
    private static final CredentialIdentifier CARD = new CredentialIdentifier("wiegand-26:03:1A2B");
    private static final OperatorName OPERATOR = new OperatorName("王阿姨");
    private static final CommandId COMMAND = new CommandId("0f8fad5b-d9cb-469f");
    private static final AlarmId ALARM = new AlarmId(7);
    private static final PictureId PICTURE = new PictureId(4711);
    private static final Sha256 DIGEST = Sha256.of("picture");

    private static final Grounds GROUNDS =
            new Grounds(
                    12,
                    LocalDateTime.parse("2026-11-22T08:00:00.125"),
                    EIGHT,
                    CredentialClass.PLAIN_NUMBER,
                    null,
                    null,
                    null,
                    null,
                    DoorMode.LOCKED,
                    SiteLevel.NORMAL,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);

    private Samples() {}

    public static List<EventBody> eventBodies() {
        return List.of(
                new AccessGranted(POINT, DOOR, HOLDER, CARD, GROUNDS, PICTURE),
                new ExitRequested(new AccessPointId("north-out"), DOOR),
                new AccessGrantedByOperator(DOOR, OPERATOR, COMMAND, null),
                new AccessDenied(POINT, DOOR, DenyReason.EXPIRED, CARD, HOLDER, grounds(), PICTURE),
                new AccessTaken(POINT, DOOR, List.of(4700L)),
                new AccessNotTaken(null, DOOR, List.of()),
                new DoorOpened(DOOR),
                new DoorClosed(DOOR),
                new DoorModeChanged(DOOR, DoorMode.LOCKED_DOWN, OPERATOR),
                new AlarmRaised(
                        ALARM,
                        AlarmKind.FORCED_OPEN,
                        AlarmSource.of(DOOR),
                        "site.yaml:12:5: 没有“yrad”这个区域。",
                        PICTURE),
                new AlarmReturned(ALARM),
                new AlarmAcknowledged(ALARM, OPERATOR),
                new AlarmReset(ALARM, OPERATOR),
                new LampSwitched(new LampId("lane-1"), true),
                new PictureTaken(PICTURE, new CameraId("north"), DIGEST, 48_213),
                new PictureMissed(PICTURE, new CameraId("north"), "no frame for 10 s"),
                new BadReadsCounted(new ReaderId("north-reader"), 998),
                new CommandAnswered(COMMAND, CommandOutcome.DONE, OPERATOR),
                new GateStarted("0.1.0"),
                new GateStopped("SIGTERM"),
                new TimeTrustChanged(TimeTrust.UNTRUSTED),
                new RulesApplied(12, 64),
                new RulesRefused(13L, "12:5: 没有“north-gat”这扇门。"),
                new LevelChanged(SiteLevel.LOCKDOWN, OPERATOR, null, 1_800),
                new QuotaExceeded(
                        new HouseholdId("3-2-501"),
                        new QuotaId("one-out"),
                        List.of(
                                new Grounds.UseRef(GATE, 4700, EIGHT),
                                new Grounds.UseRef(new GateId("south"), 911, EIGHT))),
                new PlaceForgiven(HOLDER, OPERATOR),
                new CredentialLockedOut(POINT, CARD, 300),
                new EventsDropped(EventStream.EVENTS, 1, 5000, "1,000,000 events are kept"),
                new HeadSigned(EventStream.ALARMS, 100, Sha256.of("head"), "c2lnbmF0dXJl"));
    }

    /// What a gate knew that knew everything.
    public static Grounds grounds() {
        return new Grounds(
                12,
                LocalDateTime.parse("2026-11-22T08:00:00.125"),
                EIGHT,
                CredentialClass.ROTATING_PASS,
                PinCheck.NOT_ENTERED,
                true,
                new Grounds.TagProof(true, 12, 11L),
                new Grounds.PassFacts(
                        null,
                        new PassId("00112233445566AA"),
                        HolderKind.VISITOR,
                        List.of(POINT),
                        EIGHT,
                        EIGHT.plusSeconds(3_600),
                        2,
                        1,
                        Grounds.CodeCheck.FRESH,
                        false),
                DoorMode.LOCKED,
                SiteLevel.PATROL_PRESENT,
                new AreaId("yard"),
                new Grounds.Place(new AreaId("yard"), EIGHT, true),
                EIGHT,
                3,
                List.of(new Grounds.QuotaUse(new QuotaId("one-out"), 1, 0, true)),
                List.of(DOOR),
                new HolderId("h-018"),
                OPERATOR);
    }

    /// All event bodies, as one chain of one gate.
    public static List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (EventBody body : eventBodies()) {
            EventPosition position = new EventPosition(EventStream.EVENTS, 4_700L + events.size());
            events.add(
                    new Event(
                            COMPOUND,
                            GATE,
                            position,
                            3,
                            EIGHT.plusMillis(1_500L * events.size()),
                            TimeTrust.TRUSTED,
                            body));
        }
        return events;
    }

    public static List<Command> commands() {
        return List.of(
                command(new Command.Order.ActOnDoor(DOOR, DoorAct.ACCESS)),
                command(new Command.Order.HoldOpen(DOOR, 10)),
                command(new Command.Order.AssistEntry(POINT, HOLDER)),
                command(new Command.Order.ForgivePlace(HOLDER)),
                command(new Command.Order.SetLevel(SiteLevel.LOCKDOWN, 30)),
                command(new Command.Order.AcknowledgeAlarm(ALARM)),
                command(new Command.Order.ResetAlarm(ALARM)));
    }

    private static Command command(Command.Order order) {
        return new Command(COMMAND, COMPOUND, GATE, 3, 86_415_000, OPERATOR, order);
    }

    public static List<Acknowledgement> acknowledgements() {
        return List.of(
                new Acknowledgement(EventStream.EVENTS, 4711, Sha256.of("event 4711"), 500),
                new Acknowledgement(EventStream.ALARMS, 0, Sha256.ZERO, null));
    }

    public static GateLife gateLife() {
        return new GateLife(true, "0.1.0", 3, 86_400_000, 4723, 7);
    }

    public static HubLife hubLife() {
        return new HubLife(true, "0.1.0");
    }

    public static List<CommandResult> commandResults() {
        return List.of(
                new CommandResult(COMMAND, CommandOutcome.REFUSED_EXPIRED),
                new CommandResult(null, CommandOutcome.REFUSED_MALFORMED));
    }

    public static GateState gateState() {
        return new GateState(
                "幸福里主控",
                EIGHT,
                TimeTrust.TRUSTED,
                3,
                86_400_000,
                false,
                SiteLevel.LOCKDOWN,
                EIGHT.plusSeconds(1_800),
                new OperatorName("李阿姨"),
                12,
                List.of(new GateState.PeerPosition(new GateId("south"), 911)),
                9,
                List.of(
                        new GateState.DoorView(
                                DOOR,
                                "北门",
                                DoorMode.LOCKED_DOWN,
                                DoorPhase.FORCED,
                                EIGHT.plusSeconds(600))),
                List.of(new GateState.LampView(new LampId("lane-1"), "北巷 1 号灯", LampLight.CUT)),
                List.of(new GateState.CameraView(new CameraId("north"), "北门摄像头", true)),
                List.of(new GateState.ReaderView(new ReaderId("north-reader"), "北门读卡器")),
                List.of(
                        new GateState.AlarmInputView(
                                new AlarmInputId("panic-gatehouse"), "门房求助按钮")),
                List.of(
                        new GateState.AlarmView(
                                ALARM,
                                AlarmKind.FORCED_OPEN,
                                AlarmSource.of(DOOR),
                                AlarmState.RAISED,
                                EIGHT)));
    }

    public static RuleSet ruleSet() {
        ScheduleId always = new ScheduleId("always");
        ScheduleId clinicHours = new ScheduleId("clinic-hours");
        AccessProfileId resident = new AccessProfileId("resident");
        AccessProfileId helper = new AccessProfileId("clinic-helper");
        return RuleSet.ofRights(
                COMPOUND,
                12,
                List.of(
                        new WeeklySchedule(
                                always,
                                List.of(
                                        new WeeklySchedule.Period(
                                                List.of(DayOfWeek.values()), 0, 1440))),
                        new WeeklySchedule(
                                clinicHours,
                                List.of(
                                        new WeeklySchedule.Period(
                                                List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                                480,
                                                1050)))),
                List.of(
                        new AccessProfile(
                                resident,
                                List.of(
                                        new AccessProfile.Policy(POINT, always),
                                        new AccessProfile.Policy(
                                                new AccessPointId("south-in"), always))),
                        new AccessProfile(
                                helper,
                                List.of(
                                        new AccessProfile.Policy(
                                                new AccessPointId("clinic-in"), clinicHours)))),
                List.of(
                        new Holder(
                                HOLDER,
                                HolderKind.RESIDENT,
                                new HouseholdId("3-2-501"),
                                List.of(resident),
                                false,
                                true),
                        new Holder(
                                new HolderId("h-018"),
                                HolderKind.COURIER,
                                null,
                                List.of(resident, helper),
                                true,
                                false)),
                List.of(
                        Credential.card(CARD, HOLDER, CredentialStatus.ACTIVE, null, null),
                        Credential.card(
                                new CredentialIdentifier("wiegand-34:00C0FFEE"),
                                new HolderId("h-018"),
                                CredentialStatus.LOST,
                                Instant.parse("2026-01-01T16:00:00Z"),
                                Instant.parse("2026-12-31T15:59:00Z"))));
    }
}
