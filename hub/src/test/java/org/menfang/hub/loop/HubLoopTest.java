package org.menfang.hub.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.hub.board.Desk.News;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.fleet.GateName;
import org.menfang.hub.ingest.SignedHead;
import org.menfang.hub.people.Person;
import org.menfang.hub.store.InMemoryHubStore;
import org.menfang.hub.testing.GateJournal;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Command;
import org.menfang.wire.CommandResult;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;

class HubLoopTest {
    private static final GateName NORTH = GateJournal.NORTH;
    private static final OperatorName LI = new OperatorName("Li");
    private static final DoorId DOOR = new DoorId("north-door");
    private static final EventStream EVENTS = EventStream.EVENTS;
    private static final EventStream ALARMS = EventStream.ALARMS;

    private final InMemoryHubStore store = new InMemoryHubStore();
    private final GateJournal gate = new GateJournal(NORTH);
    private LoopBench bench = new LoopBench(store);

    @Test
    void a_birth_is_answered_with_what_the_hub_holds_of_both_streams() {
        gate.fill(EVENTS, 3);
        bench.linkUp();
        bench.offer(gate, EVENTS, 1, 3);
        bench.turn();
        bench.wire.forget();
        bench.offer(NORTH, "life", life(true));
        bench.turn();
        assertEquals(3, bench.wire.told(NORTH, EVENTS));
        assertEquals(gate.hash(EVENTS, 3), bench.wire.said(NORTH, EVENTS).hash());
        assertEquals(0, bench.wire.told(NORTH, ALARMS));
    }

    @Test
    void a_hub_that_connects_tells_every_gate_that_it_knows() {
        gate.fill(EVENTS, 5);
        bench.offer(gate, EVENTS, 1, 5);
        bench.turn();
        bench = new LoopBench(store);
        bench.linkUp();
        assertEquals(5, bench.wire.told(NORTH, EVENTS));
        assertEquals(List.of(NORTH.compound()), bench.wire.greeted);
    }

    @Test
    void nothing_is_acknowledged_before_it_is_stored() {
        gate.fill(EVENTS, 2);
        FailingStore failing = new FailingStore(store);
        bench = new LoopBench(failing);
        failing.fail(true);
        bench.offer(gate, EVENTS, 1, 2);
        bench.turn();
        assertEquals(-1, bench.wire.told(NORTH, EVENTS));
        assertEquals(0, bench.receipts());
        assertFalse(bench.loop.figures().storageWorks());
        failing.fail(false);
        bench.turn();
        assertEquals(2, bench.wire.told(NORTH, EVENTS));
        assertEquals(1, bench.receipts());
        assertTrue(bench.loop.figures().storageWorks());
        assertEquals(2, store.eventCount());
    }

    @Test
    void a_handler_that_throws_is_put_aside_and_the_rest_goes_on() {
        gate.fill(EVENTS, 2);
        bench =
                new LoopBench(
                        store,
                        name -> {
                            throw new IllegalStateException("on purpose");
                        });
        gate.append(EVENTS, new EventBody.HeadSigned(EVENTS, 1, gate.hash(EVENTS, 1), "x"));
        bench.offer(gate, EVENTS, 1, 2);
        bench.offer(gate, EVENTS, 3, 3);
        bench.offer(NORTH, "life", life(true));
        bench.turn();
        assertEquals(2, bench.wire.told(NORTH, EVENTS));
        assertEquals(3, bench.receipts());
        assertEquals(1, store.quarantined(10).size());
        assertTrue(board().gates().getFirst().online());
    }

    @Test
    void what_cannot_be_read_is_quarantined_and_acknowledged_to_the_broker() {
        bench.offer("menfang/1/elm-lane/north/events", "{\"not\": an event".getBytes(utf8()));
        bench.offer("menfang/1/elm-lane/north/state", new byte[5 * 1024 * 1024]);
        bench.offer("menfang/1/elm-lane/north/life", "[]".getBytes(utf8()));
        bench.offer("menfang/1/elm-lane/north/nonsense", "{}".getBytes(utf8()));
        bench.offer("somewhere/else", "{}".getBytes(utf8()));
        bench.offer("menfang/1/elm-lane/north/result", "7".getBytes(utf8()));
        for (int i = 0; i < 3; i++) {
            bench.turn();
        }
        assertEquals(6, bench.receipts());
        assertEquals(6, store.quarantined(10).size());
        assertEquals(6, bench.loop.figures().quarantined());
        assertEquals(0, store.eventCount());
    }

    @Test
    void an_event_on_the_topic_of_another_gate_is_quarantined() {
        gate.fill(EVENTS, 1);
        bench.offer("menfang/1/elm-lane/south/events", gate.batch(EVENTS, 1, 1));
        bench.offer("menfang/1/elm-lane/north/alarms", gate.batch(EVENTS, 1, 1));
        bench.turn();
        assertEquals(0, store.eventCount());
        assertEquals(
                List.of("an event of another gate or stream", "an event of another gate or stream"),
                store.quarantined(10).stream().map(bad -> bad.why()).toList());
        assertEquals(-1, bench.wire.told(NORTH, EVENTS));
    }

    @Test
    void an_alarm_lives_through_what_its_gate_says_of_it() {
        long id = gate.append(ALARMS, raised(new PictureId(7)));
        deliverAlarms();
        assertEquals(AlarmState.RAISED, onlyAlarm().state());
        gate.append(ALARMS, new EventBody.AlarmReturned(new AlarmId(id)));
        deliverAlarms();
        assertEquals(AlarmState.RETURNED, onlyAlarm().state());
        gate.append(ALARMS, raised(new AlarmId(id), null));
        deliverAlarms();
        assertEquals(2, onlyAlarm().times());
        gate.append(ALARMS, new EventBody.AlarmAcknowledged(new AlarmId(id), LI));
        deliverAlarms();
        assertEquals(AlarmState.ACKNOWLEDGED, onlyAlarm().state());
        assertEquals(LI, onlyAlarm().acknowledgedBy());
        bench = new LoopBench(store);
        bench.turn();
        assertEquals(AlarmState.ACKNOWLEDGED, onlyAlarm().state());
        gate.append(ALARMS, new EventBody.AlarmReset(new AlarmId(id), LI));
        deliverAlarms();
        assertEquals(List.of(), board().alarms());
    }

    @Test
    void a_picture_is_shown_whichever_comes_first_the_alarm_or_the_picture() {
        gate.append(ALARMS, raised(new PictureId(7)));
        gate.append(EVENTS, taken(7));
        deliverAlarms();
        assertNull(onlyAlarm().picture());
        bench.offer(gate, EVENTS, 1, 1);
        bench.turn();
        assertEquals(Sha256.of("7"), onlyAlarm().picture());
        gate.append(EVENTS, taken(9));
        bench.offer(gate, EVENTS, 2, 2);
        bench.turn();
        gate.append(ALARMS, raised(new AlarmId(2), new PictureId(9)));
        deliverAlarms();
        assertEquals(
                List.of(Sha256.of("9"), Sha256.of("7")),
                board().alarms().stream().map(AlarmCard::picture).toList());
    }

    @Test
    void a_silent_gate_is_an_alarm_that_lives_like_any_other() {
        bench.linkUp();
        bench.offer(NORTH, "life", life(true));
        bench.turn();
        bench.pass(LoopBench.SILENT_AFTER);
        bench.turn();
        assertEquals(AlarmKind.GATE_SILENT, onlyAlarm().kind());
        assertFalse(board().gates().getFirst().online());
        assertEquals(
                new ActOutcome.Answered(CommandOutcome.REFUSED_BY_STATE),
                done(bench.loop.desk().reset(onlyAlarm().ref(), LI).toCompletableFuture()));
        assertEquals(
                new ActOutcome.Answered(CommandOutcome.DONE),
                done(bench.loop.desk().acknowledge(onlyAlarm().ref(), LI).toCompletableFuture()));
        bench.offer(NORTH, "state", state(1_000));
        bench.turn();
        assertEquals(AlarmState.LATCHED, onlyAlarm().state());
        done(bench.loop.desk().reset(onlyAlarm().ref(), LI).toCompletableFuture());
        assertEquals(List.of(), board().alarms());
        bench.offer(NORTH, "life", life(false));
        bench.turn();
        assertEquals(2, onlyAlarm().ref().alarm().value());
    }

    @Test
    void missing_events_are_an_alarm_whose_cause_is_gone_at_once() {
        gate.fill(EVENTS, 4);
        gate.append(EVENTS, new EventBody.EventsDropped(EVENTS, 2, 4, "disk full"));
        bench.offer(gate, EVENTS, 1, 1);
        bench.offer(gate, EVENTS, 5, 5);
        bench.turn();
        assertEquals(AlarmKind.EVENTS_MISSING, onlyAlarm().kind());
        assertEquals(AlarmState.RETURNED, onlyAlarm().state());
        assertEquals("events 2-4", onlyAlarm().detail());
        assertEquals(5, bench.wire.told(NORTH, EVENTS));
        assertEquals(3, bench.loop.figures().missingEvents());
        assertEquals(2, store.gaps(NORTH).getFirst().gap().fromSeq());
    }

    @Test
    void a_broken_chain_stops_the_stream_until_somebody_has_seen_it() {
        gate.fill(EVENTS, 2);
        bench.offer(gate, EVENTS, 1, 2);
        bench.turn();
        GateJournal other = new GateJournal(NORTH).fill(EVENTS, 1);
        other.append(EVENTS, new EventBody.DoorClosed(DOOR));
        other.fill(EVENTS, 1);
        bench.pass(Duration.ofSeconds(2));
        bench.offer(other, EVENTS, 3, 3);
        bench.turn();
        assertEquals(AlarmKind.CHAIN_BROKEN, onlyAlarm().kind());
        assertEquals(AlarmState.RAISED, onlyAlarm().state());
        assertEquals(2, bench.wire.told(NORTH, EVENTS));
        assertEquals(gate.hash(EVENTS, 2), bench.wire.said(NORTH, EVENTS).hash());
        done(bench.loop.desk().acknowledge(onlyAlarm().ref(), LI).toCompletableFuture());
        bench = new LoopBench(store);
        bench.offer(other, EVENTS, 3, 3);
        bench.turn();
        bench.offer(other, EVENTS, 3, 3);
        bench.turn();
        assertEquals(3, bench.wire.told(NORTH, EVENTS));
        assertEquals(AlarmState.LATCHED, onlyAlarm().state());
    }

    @Test
    void a_signed_head_is_checked_with_the_key_of_its_gate() throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        bench = new LoopBench(store, name -> Optional.of(keys.getPublic()));
        gate.fill(EVENTS, 2);
        gate.append(EVENTS, head(2, gate.hash(EVENTS, 2), keys));
        gate.append(EVENTS, head(3, Sha256.of("another event"), keys));
        gate.append(EVENTS, new EventBody.HeadSigned(EVENTS, 4, gate.hash(EVENTS, 4), "forged"));
        bench.offer(gate, EVENTS, 1, 3);
        bench.turn();
        assertEquals(1, bench.loop.figures().headsGenuine());
        assertEquals(List.of(), board().alarms());
        bench.offer(gate, EVENTS, 4, 5);
        bench.turn();
        assertEquals(2, bench.loop.figures().headsBad());
        assertEquals(AlarmKind.CHAIN_BROKEN, onlyAlarm().kind());
    }

    @Test
    void a_command_expires_in_the_uptime_of_its_gate_and_its_result_is_told() {
        bench.linkUp();
        bench.offer(NORTH, "state", state(100_000));
        bench.turn();
        bench.pass(Duration.ofSeconds(2));
        CompletableFuture<ActOutcome> answer = release();
        bench.turn();
        Command command = bench.wire.commands.getFirst();
        assertEquals(1, command.boot());
        assertEquals(116_999, command.expiresAtUptimeMillis());
        assertEquals(new Command.Order.ActOnDoor(DOOR, DoorAct.ACCESS), command.order());
        assertFalse(answer.isDone());
        CommandResult result = new CommandResult(command.id(), CommandOutcome.DONE);
        bench.offer(new GateName(NORTH.compound(), new GateId("south")), "result", result);
        bench.turn();
        assertFalse(answer.isDone());
        bench.offer(NORTH, "result", result);
        assertEquals(new ActOutcome.Answered(CommandOutcome.DONE), done(answer));
    }

    @Test
    void a_command_that_nobody_answers_ends() {
        bench.linkUp();
        bench.offer(NORTH, "state", state(100_000));
        bench.turn();
        CompletableFuture<ActOutcome> answer = release();
        bench.turn();
        bench.pass(OpenCommands.EXPIRY);
        bench.turn();
        assertFalse(answer.isDone());
        bench.pass(OpenCommands.ANSWER_GRACE);
        assertEquals(new ActOutcome.NoAnswer(), done(answer));
        assertEquals(1, bench.loop.figures().commandsUnanswered());
    }

    @Test
    void what_is_not_there_gets_no_command() {
        bench.linkUp();
        assertEquals(new ActOutcome.NoSuchThing(), done(release()));
        bench.offer(NORTH, "state", state(1));
        bench.offer(NORTH, "life", life(false));
        bench.turn();
        assertEquals(new ActOutcome.GateAway(), done(release()));
        bench.offer(NORTH, "life", life(true));
        CompletableFuture<ActOutcome> other =
                bench.loop
                        .desk()
                        .actOnDoor(
                                NORTH.compound(),
                                NORTH.gate(),
                                new DoorId("no-door"),
                                DoorAct.ACCESS,
                                LI)
                        .toCompletableFuture();
        assertEquals(new ActOutcome.NoSuchThing(), done(other));
        assertEquals(List.of(), bench.wire.commands);
    }

    @Test
    void an_alarm_of_a_gate_is_answered_by_its_gate() {
        bench.linkUp();
        bench.offer(NORTH, "state", state(1));
        gate.append(ALARMS, raised(null));
        deliverAlarms();
        CompletableFuture<ActOutcome> answer =
                bench.loop.desk().acknowledge(onlyAlarm().ref(), LI).toCompletableFuture();
        bench.turn();
        Command command = bench.wire.commands.getFirst();
        assertEquals(new Command.Order.AcknowledgeAlarm(new AlarmId(1)), command.order());
        assertEquals(AlarmState.RAISED, onlyAlarm().state());
        bench.offer(NORTH, "result", new CommandResult(command.id(), CommandOutcome.DONE));
        assertEquals(new ActOutcome.Answered(CommandOutcome.DONE), done(answer));
    }

    @Test
    void the_log_names_holders_places_and_pictures() {
        store.importPeople(List.of(new Person(NORTH.compound(), holder(), "王秀英", "", "")));
        List<News> news = new ArrayList<>();
        bench.loop.desk().subscribe(news::add);
        bench.offer(NORTH, "state", state(1));
        bench.turn();
        gate.append(EVENTS, granted(new PictureId(1)));
        gate.append(EVENTS, taken(1));
        bench.offer(gate, EVENTS, 1, 1);
        bench.turn();
        bench.offer(gate, EVENTS, 2, 2);
        bench.turn();
        List<LoggedEvent> told =
                news.stream()
                        .filter(News.EventLogged.class::isInstance)
                        .map(one -> ((News.EventLogged) one).event())
                        .toList();
        assertEquals(List.of(1L, 2L, 1L), told.stream().map(LoggedEvent::number).toList());
        assertNull(told.getFirst().picture());
        LoggedEvent read = bench.loop.desk().events(2, 10).getFirst();
        assertEquals(told.getLast(), read);
        assertEquals("王秀英", read.who());
        assertEquals("North door", read.where());
        assertEquals(Sha256.of("1"), read.picture());
    }

    @Test
    void alarms_go_ahead_of_a_backlog() {
        gate.fill(EVENTS, 100_000);
        gate.append(ALARMS, raised(null));
        for (int i = 0; i < 500; i++) {
            bench.offer(gate, EVENTS, i * 200L + 1, i * 200L + 200);
        }
        bench.offer(gate, ALARMS, 1, 1);
        bench.turn();
        assertEquals(AlarmKind.FORCED_OPEN, onlyAlarm().kind());
        assertTrue(bench.loop.figures().events() < 50_000);
    }

    @Test
    void after_alarms_were_lost_the_snapshot_of_the_gate_counts() {
        gate.append(ALARMS, raised(null));
        gate.fill(ALARMS, 3);
        gate.append(ALARMS, new EventBody.EventsDropped(ALARMS, 2, 4, "disk full"));
        gate.append(ALARMS, raised(new AlarmId(6), null));
        bench.offer(gate, ALARMS, 1, 1);
        bench.offer(gate, ALARMS, 5, 6);
        bench.turn();
        GateState.AlarmView lost =
                new GateState.AlarmView(
                        new AlarmId(3),
                        AlarmKind.FIRE,
                        AlarmSource.of(NORTH.gate()),
                        AlarmState.ACKNOWLEDGED,
                        LoopBench.EPOCH);
        bench.offer(NORTH, "state", state(1, List.of(lost)));
        bench.turn();
        assertEquals(
                Set.of("FIRE 3 ACKNOWLEDGED", "EVENTS_MISSING 1 RETURNED", "FORCED_OPEN 6 RAISED"),
                board().alarms().stream()
                        .map(alarm ->
                                alarm.kind() + " " + alarm.ref().alarm() + " " + alarm.state())
                        .collect(Collectors.toSet()));
    }

    @Test
    void a_listener_that_throws_loses_its_subscription_and_nobody_else_notices() {
        List<News> heard = new ArrayList<>();
        bench.loop
                .desk()
                .subscribe(news -> {
                    throw new IllegalStateException("on purpose");
                });
        bench.loop.desk().subscribe(heard::add);
        bench.offer(NORTH, "life", life(true));
        bench.turn();
        bench.offer(NORTH, "life", life(true));
        bench.turn();
        assertTrue(heard.size() >= 2);
    }

    private Board board() {
        return bench.loop.desk().board();
    }

    private AlarmCard onlyAlarm() {
        assertEquals(1, board().alarms().size(), board().alarms().toString());
        return board().alarms().getFirst();
    }

    private void deliverAlarms() {
        bench.offer(gate, ALARMS, 1, gate.last(ALARMS));
        bench.turn();
    }

    private CompletableFuture<ActOutcome> release() {
        return bench.loop
                .desk()
                .actOnDoor(NORTH.compound(), NORTH.gate(), DOOR, DoorAct.ACCESS, LI)
                .toCompletableFuture();
    }

    private ActOutcome done(CompletableFuture<ActOutcome> answer) {
        bench.pass(HubLoop.TICK);
        bench.turn();
        assertTrue(answer.isDone());
        return answer.join();
    }

    private EventBody.AlarmRaised raised(@Nullable PictureId picture) {
        return raised(new AlarmId(gate.last(ALARMS) + 1), picture);
    }

    private static EventBody.AlarmRaised raised(AlarmId id, @Nullable PictureId picture) {
        return new EventBody.AlarmRaised(
                id, AlarmKind.FORCED_OPEN, AlarmSource.of(DOOR), "", picture);
    }

    private static EventBody taken(long picture) {
        return new EventBody.PictureTaken(
                new PictureId(picture),
                new CameraId("north-camera"),
                Sha256.of(Long.toString(picture)),
                1_000);
    }

    private static EventBody granted(PictureId picture) {
        return new EventBody.AccessGranted(
                new AccessPointId("north-in"),
                DOOR,
                holder(),
                new CredentialIdentifier("w26:1A2B3C"),
                picture);
    }

    private static HolderId holder() {
        return new HolderId("h-17");
    }

    private EventBody.HeadSigned head(long seq, Sha256 hash, KeyPair keys)
            throws GeneralSecurityException {
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

    private static GateLife life(boolean online) {
        return new GateLife(online, "0.1.0", 1, 1_000, 0, 0);
    }

    private static GateState state(long uptimeMillis) {
        return state(uptimeMillis, List.of());
    }

    private static GateState state(long uptimeMillis, List<GateState.AlarmView> alarms) {
        return new GateState(
                "North gate",
                LoopBench.EPOCH,
                TimeTrust.TRUSTED,
                1,
                uptimeMillis,
                false,
                0,
                0,
                List.of(
                        new GateState.DoorView(
                                DOOR, "North door", DoorMode.LOCKED, DoorPhase.SECURED)),
                List.of(),
                List.of(),
                alarms);
    }

    private static Charset utf8() {
        return StandardCharsets.UTF_8;
    }
}
