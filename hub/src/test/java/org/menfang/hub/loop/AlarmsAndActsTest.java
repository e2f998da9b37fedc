package org.menfang.hub.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.hub.board.Desk.News;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.people.Person;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.Command;
import org.menfang.wire.CommandResult;
import org.menfang.wire.EventBody;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateState;

/// What people see of alarms and of the log, and what becomes of their acts.
class AlarmsAndActsTest extends LoopWithOneGate {
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
    void a_gate_whose_alarms_cannot_come_tells_in_its_state_that_its_chain_diverged() {
        bench.offer(NORTH, "state", state(1_000, List.of(diverged(AlarmState.RAISED))));
        bench.turn();
        assertEquals(AlarmKind.CHAIN_BROKEN, onlyAlarm().kind());
        bench.offer(NORTH, "state", state(2_000, List.of(diverged(AlarmState.ACKNOWLEDGED))));
        bench.turn();
        assertEquals(1, onlyAlarm().times());
        bench.offer(NORTH, "state", state(3_000, List.of(diverged(AlarmState.LATCHED))));
        bench.turn();
        assertEquals(AlarmState.RETURNED, onlyAlarm().state());
    }

    private static GateState.AlarmView diverged(AlarmState state) {
        return new GateState.AlarmView(
                new AlarmId(12),
                AlarmKind.CHAIN_DIVERGED,
                AlarmSource.of(NORTH.gate()),
                state,
                LoopBench.EPOCH);
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
        bench.offer(new GateIdentity(NORTH.compound(), new GateId("south")), "result", result);
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
    void a_door_is_held_open_by_its_gate() {
        bench.linkUp();
        bench.offer(NORTH, "state", state(100_000));
        bench.turn();
        CompletableFuture<ActOutcome> answer =
                bench.loop
                        .desk()
                        .holdOpen(NORTH.compound(), NORTH.gate(), DOOR, 10, LI)
                        .toCompletableFuture();
        bench.turn();
        Command command = bench.wire.commands.getFirst();
        assertEquals(new Command.Order.HoldOpen(DOOR, 10), command.order());
        bench.offer(NORTH, "result", new CommandResult(command.id(), CommandOutcome.DONE));
        assertEquals(new ActOutcome.Answered(CommandOutcome.DONE), done(answer));
    }

    @Test
    void a_level_is_set_at_every_gate_of_the_compound_and_nowhere_else() {
        GateIdentity south = new GateIdentity(NORTH.compound(), new GateId("south"));
        GateIdentity foreign = new GateIdentity(new CompoundId("elsewhere"), NORTH.gate());
        bench.linkUp();
        for (GateIdentity each : List.of(NORTH, south, foreign)) {
            bench.offer(each, "state", state(100_000));
        }
        bench.turn();
        bench.turn();
        CompletableFuture<ActOutcome> answer = lockDown();
        bench.turn();
        assertEquals(2, bench.wire.commands.size());
        Command first = bench.wire.commands.getFirst();
        Command last = bench.wire.commands.getLast();
        assertEquals(new Command.Order.SetLevel(SiteLevel.LOCKDOWN, null), first.order());
        assertEquals(Set.of(NORTH.gate(), south.gate()), Set.of(first.gate(), last.gate()));
        bench.offer(
                new GateIdentity(first.compound(), first.gate()),
                "result",
                new CommandResult(first.id(), CommandOutcome.DONE));
        bench.turn();
        assertFalse(answer.isDone());
        bench.offer(
                new GateIdentity(last.compound(), last.gate()),
                "result",
                new CommandResult(last.id(), CommandOutcome.REFUSED_BY_STATE));
        assertEquals(new ActOutcome.NotEverywhere(), done(answer));
    }

    @Test
    void a_level_of_a_compound_without_gates_is_no_such_thing() {
        bench.linkUp();
        assertEquals(new ActOutcome.NoSuchThing(), done(lockDown()));
    }

    private CompletableFuture<ActOutcome> lockDown() {
        return bench.loop
                .desk()
                .setLevel(NORTH.compound(), SiteLevel.LOCKDOWN, null, LI)
                .toCompletableFuture();
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
}
