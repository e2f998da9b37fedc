package org.menfang.hub.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.LampLight;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateState;
import org.menfang.wire.Grounds;

/// A small compound as a hub would show it.
record Compound(Clock clock) {
    static final CompoundId ID = new CompoundId("xinghua");
    static final GateId EAST = new GateId("east");
    static final GateId WEST = new GateId("west");
    static final DoorId NORTH_DOOR = new DoorId("north-door");
    static final DoorId MAIN_DOOR = new DoorId("main-door");

    GateCard east() {
        return east(DoorMode.LOCKED, DoorPhase.SECURED);
    }

    GateCard east(DoorMode mode, DoorPhase phase) {
        Instant now = clock.instant();
        return new GateCard(ID, EAST, true, now, eastState(mode, phase), now);
    }

    private GateState eastState(DoorMode mode, DoorPhase phase) {
        return new GateState(
                "东大门",
                clock.instant(),
                TimeTrust.TRUSTED,
                3,
                86_400_000,
                false,
                SiteLevel.NORMAL,
                null,
                null,
                12,
                List.of(),
                0,
                List.of(
                        new GateState.DoorView(
                                MAIN_DOOR, "东门行人门", DoorMode.LOCKED, DoorPhase.SECURED),
                        new GateState.DoorView(NORTH_DOOR, "北门", mode, phase)),
                List.of(
                        new GateState.LampView(new LampId("lamp-1"), "一号路灯", LampLight.BURNING),
                        new GateState.LampView(new LampId("lamp-2"), "二号路灯", LampLight.OFF)),
                List.of(new GateState.CameraView(new CameraId("cam-1"), "东门摄像头", true)),
                List.of(),
                List.of(),
                List.of());
    }

    /// A gate in a level that a volunteer set.
    ///
    /// @param time the gate's own clock
    static GateCard withLevel(GateCard card, SiteLevel level, Instant time, Instant endsAt) {
        GateState state = Objects.requireNonNull(card.state());
        return new GateCard(
                card.compound(),
                card.gate(),
                card.online(),
                card.heardAt(),
                new GateState(
                        state.name(),
                        time,
                        state.trust(),
                        state.boot(),
                        state.uptimeMillis(),
                        state.fire(),
                        level,
                        endsAt,
                        new OperatorName("李大姐"),
                        state.rulesVersion(),
                        state.peers(),
                        state.waitingEvents(),
                        state.doors(),
                        state.lamps(),
                        state.cameras(),
                        state.readers(),
                        state.alarmInputs(),
                        state.alarms()),
                card.stateHeardAt());
    }

    GateCard westAway() {
        Instant before = clock.instant().minusSeconds(400);
        GateState state =
                new GateState(
                        "西大门",
                        before,
                        TimeTrust.UNTRUSTED,
                        1,
                        5_000,
                        false,
                        SiteLevel.NORMAL,
                        null,
                        null,
                        0,
                        List.of(),
                        37,
                        List.of(
                                new GateState.DoorView(
                                        new DoorId("lane"),
                                        "车道栏杆",
                                        DoorMode.UNLOCKED,
                                        DoorPhase.HELD)),
                        List.of(
                                new GateState.LampView(
                                        new LampId("lamp-9"), "九号路灯", LampLight.CUT)),
                        List.of(new GateState.CameraView(new CameraId("cam-9"), "西门摄像头", false)),
                        List.of(),
                        List.of(),
                        List.of());
        return new GateCard(ID, WEST, false, before, state, before);
    }

    AlarmCard forced(long id, @Nullable Sha256 picture) {
        return alarm(id, AlarmKind.FORCED_OPEN, AlarmSource.of(NORTH_DOOR), "北门", picture);
    }

    AlarmCard alarm(
            long id, AlarmKind kind, AlarmSource source, String name, @Nullable Sha256 picture) {
        Instant now = clock.instant();
        return new AlarmCard(
                new AlarmRef(ID, EAST, false, new AlarmId(id)),
                kind,
                source,
                name,
                "",
                AlarmState.RAISED,
                now.minusSeconds(4),
                now.minusSeconds(3),
                1,
                null,
                picture);
    }

    LoggedEvent logged(long number, EventBody body, @Nullable String who, String where) {
        Instant now = clock.instant();
        Event event =
                new Event(
                        ID,
                        EAST,
                        new EventPosition(EventStream.EVENTS, number),
                        3,
                        now,
                        TimeTrust.TRUSTED,
                        body);
        return new LoggedEvent(number, now, event, who, where, null);
    }

    static EventBody granted() {
        return granted("h-1");
    }

    static EventBody granted(String holder) {
        return new EventBody.AccessGranted(
                new AccessPointId("main-in"),
                MAIN_DOOR,
                new HolderId(holder),
                new CredentialIdentifier("wiegand-26:03:1A2B"),
                grounds(),
                new PictureId(1));
    }

    private static Grounds grounds() {
        return new Grounds(
                12,
                LocalDateTime.of(2026, 11, 22, 8, 0),
                Instant.EPOCH,
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
    }

    static EventBody denied(DenyReason reason) {
        return new EventBody.AccessDenied(
                new AccessPointId("main-in"), MAIN_DOOR, reason, null, null, grounds(), null);
    }

    static EventBody denied(DenyReason reason, CredentialIdentifier credential) {
        return new EventBody.AccessDenied(
                new AccessPointId("main-in"), MAIN_DOOR, reason, credential, null, grounds(), null);
    }

    static EventBody denied(String holder, DenyReason reason) {
        return new EventBody.AccessDenied(
                new AccessPointId("main-in"),
                MAIN_DOOR,
                reason,
                null,
                new HolderId(holder),
                grounds(),
                null);
    }

    static EventBody raised(long id, AlarmKind kind) {
        return new EventBody.AlarmRaised(
                new AlarmId(id), kind, AlarmSource.of(NORTH_DOOR), "", new PictureId(2));
    }

    static EventBody operatorRelease(String by) {
        return new EventBody.AccessGrantedByOperator(
                MAIN_DOOR,
                new OperatorName(by),
                new org.menfang.vocabulary.CommandId("c-0000001"),
                null);
    }
}
