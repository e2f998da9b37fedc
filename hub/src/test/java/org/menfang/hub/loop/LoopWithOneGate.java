package org.menfang.hub.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.hub.ingest.SignedHead;
import org.menfang.hub.store.InMemoryHubStore;
import org.menfang.hub.testing.GateJournal;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;
import org.menfang.wire.Grounds;

/// A loop that one gate talks to, and what such a gate says.
abstract class LoopWithOneGate {
    static final GateIdentity NORTH = GateJournal.NORTH;
    static final OperatorName LI = new OperatorName("Li");
    static final DoorId DOOR = new DoorId("north-door");
    static final EventStream EVENTS = EventStream.EVENTS;
    static final EventStream ALARMS = EventStream.ALARMS;

    final InMemoryHubStore store = new InMemoryHubStore();
    final GateJournal gate = new GateJournal(NORTH);
    LoopBench bench = new LoopBench(store);

    Board board() {
        return bench.loop.desk().board();
    }

    AlarmCard onlyAlarm() {
        assertEquals(1, board().alarms().size(), board().alarms().toString());
        return board().alarms().getFirst();
    }

    void deliverAlarms() {
        bench.offer(gate, ALARMS, 1, gate.last(ALARMS));
        bench.turn();
    }

    CompletableFuture<ActOutcome> release() {
        return bench.loop
                .desk()
                .actOnDoor(NORTH.compound(), NORTH.gate(), DOOR, DoorAct.ACCESS, LI)
                .toCompletableFuture();
    }

    ActOutcome done(CompletableFuture<ActOutcome> answer) {
        bench.pass(HubLoop.TICK);
        bench.turn();
        assertTrue(answer.isDone());
        return answer.join();
    }

    EventBody.AlarmRaised raised(@Nullable PictureId picture) {
        return raised(new AlarmId(gate.last(ALARMS) + 1), picture);
    }

    static EventBody.AlarmRaised raised(AlarmId id, @Nullable PictureId picture) {
        return new EventBody.AlarmRaised(
                id, AlarmKind.FORCED_OPEN, AlarmSource.of(DOOR), "", picture);
    }

    static EventBody taken(long picture) {
        return new EventBody.PictureTaken(
                new PictureId(picture),
                new CameraId("north-camera"),
                Sha256.of(Long.toString(picture)),
                1_000);
    }

    static EventBody granted(@Nullable PictureId picture) {
        return new EventBody.AccessGranted(
                new AccessPointId("north-in"),
                DOOR,
                holder(),
                new CredentialIdentifier("w26:1A2B3C"),
                new Grounds(
                        1,
                        LocalDateTime.of(2026, 11, 22, 8, 0),
                        LoopBench.EPOCH,
                        null,
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
                        null),
                picture);
    }

    static HolderId holder() {
        return new HolderId("h-17");
    }

    EventBody.HeadSigned head(long seq, Sha256 hash, KeyPair keys) throws GeneralSecurityException {
        EventBody.HeadSigned unsigned = new EventBody.HeadSigned(EVENTS, seq, hash, "");
        Event event =
                new Event(
                        NORTH.compound(),
                        NORTH.gate(),
                        new EventPosition(EVENTS, seq + 1),
                        1,
                        LoopBench.EPOCH,
                        TimeTrust.TRUSTED,
                        unsigned);
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(keys.getPrivate());
        signer.update(SignedHead.signedText(event, unsigned).getBytes(utf8()));
        return new EventBody.HeadSigned(
                EVENTS, seq, hash, Base64.getEncoder().encodeToString(signer.sign()));
    }

    static GateLife life(boolean online) {
        return new GateLife(online, "0.1.0", 1, 1_000, 0, 0);
    }

    static GateState state(long uptimeMillis) {
        return state(uptimeMillis, List.of());
    }

    static GateState state(long uptimeMillis, List<GateState.AlarmView> alarms) {
        return state(uptimeMillis, alarms, List.of());
    }

    static GateState stateHolding(List<GateState.PeerPosition> peers) {
        return state(1_000, List.of(), peers);
    }

    private static GateState state(
            long uptimeMillis,
            List<GateState.AlarmView> alarms,
            List<GateState.PeerPosition> peers) {
        return new GateState(
                "North gate",
                LoopBench.EPOCH,
                TimeTrust.TRUSTED,
                1,
                uptimeMillis,
                false,
                SiteLevel.NORMAL,
                null,
                null,
                0,
                peers,
                0,
                List.of(
                        new GateState.DoorView(
                                DOOR, "North door", DoorMode.LOCKED, DoorPhase.SECURED)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                alarms);
    }

    static Charset utf8() {
        return StandardCharsets.UTF_8;
    }
}
