package org.menfang.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Command;

/// What goes to the hub and what comes from it: outbox, heads, states, commands.
class HubTest {
    private static final ScriptEffects.Kind[] LINK = {
        ScriptEffects.Kind.LIFE, ScriptEffects.Kind.CHECK
    };

    private static GateScript outbox() {
        return GateScript.running().showing(ScriptEffects.Kind.PUBLISH, LINK);
    }

    /// A gate with a backlog: 5000 events, of which the hub holds 100, and 5 alarms.
    private static GateScript withBacklog(ScriptEffects.Kind... kinds) {
        JournalStart start =
                new JournalStart(2, 5_000, 5, 100, 0, Samples.NOON, Memory.EMPTY, List.of());
        return new GateScript(start, Samples.NOON, TimeTrust.TRUSTED)
                .showing(ScriptEffects.Kind.PUBLISH, kinds);
    }

    @Test
    void nothing_is_sent_before_the_hub_has_told_its_position() {
        outbox().run(
                        """
                        1s link up          -> birth
                        2s hub online
                        3s ack events 0     -> check events 0
                        4s matched events 0 -> publish events 1-1
                        5s rex north        -> publish events 2-2
                        9s tick
                        """);
    }

    @Test
    void alarms_go_ahead_of_a_backlog_and_the_window_is_bounded() {
        withBacklog()
                .run(
                        """
                        1s link up
                        2s hub online
                        3s matched alarms 0   -> publish alarms 1-5
                        4s matched events 100 -> publish events 101-300, publish events 301-500, publish events 501-700, publish events 701-900, publish events 901-1100, publish events 1101-1300, publish events 1301-1500, publish events 1501-1700, publish events 1701-1900, publish events 1901-2100
                        5s panic on           -> publish alarms 6-6
                        6s matched events 500 -> publish events 2101-2300, publish events 2301-2500
                        """);
    }

    @Test
    void a_backlog_waits_until_the_alarms_in_it_are_sent() {
        withBacklog()
                .run(
                        """
                        1s  link up
                        2s  hub online
                        3s  matched events 4900
                        4s  matched alarms 3   -> publish alarms 4-5, publish events 4901-5001
                        """);
    }

    @Test
    void what_is_not_acknowledged_in_time_is_sent_again() {
        outbox().run(
                        """
                        1s  link up -> birth
                        2s  hub online
                        3s  matched events 0 -> publish events 1-1
                        3s  matched alarms 0
                        12s tick
                        13s tick             -> publish events 1-1
                        14s matched events 1
                        60s tick
                        """);
    }

    /// A hub that misses an event drops those after it, and says each time what it holds.
    @Test
    void a_hub_that_says_the_same_again_is_sent_what_it_misses_however_much_happens() {
        outbox().run(
                        """
                        1s  link up -> birth
                        2s  hub online
                        3s  matched events 0 -> publish events 1-1
                        3s  matched alarms 0
                        5s  rex north        -> publish events 2-2
                        6s  matched events 0
                        9s  rex north        -> publish events 3-3
                        9s  matched events 0
                        12s tick
                        13s tick             -> publish events 1-3
                        14s matched events 0 -> publish events 4-4
                        22s matched events 0
                        23s tick             -> publish events 1-4
                        24s matched events 2
                        33s tick
                        34s tick             -> publish events 3-4
                        """);
    }

    @Test
    void a_hub_that_holds_less_than_before_gets_all_of_it_again() {
        outbox().run(
                        """
                        1s link up -> birth
                        2s hub online
                        3s matched events 0 -> publish events 1-1
                        4s rex north        -> publish events 2-2
                        5s matched events 2
                        6s hub online
                        7s matched events 1 -> publish events 2-2
                        8s matched events 2
                        """);
    }

    @Test
    void a_hub_that_holds_more_than_the_gate_wrote_is_an_alarm_and_gets_nothing() {
        GateScript script =
                outbox().showing(ScriptEffects.Kind.PUBLISH, ScriptEffects.Kind.EVENT)
                        .run(
                                """
                                1s link up
                                2s hub online
                                3s ack events 900   -> AlarmRaised CHAIN_DIVERGED
                                4s matched alarms 0 -> publish alarms 1-1
                                9s rex north        -> ExitRequested
                                """);
        assertEquals("events 900", script.alarms().getFirst().detail());
    }

    @Test
    void a_hub_that_holds_something_else_is_an_alarm_until_it_holds_the_same() {
        outbox().showing(ScriptEffects.Kind.PUBLISH, ScriptEffects.Kind.EVENT)
                .run(
                        """
                        1s link up
                        2s hub online
                        3s diverged events 1 -> AlarmRaised CHAIN_DIVERGED
                        3s matched alarms 0  -> publish alarms 1-1
                        4s matched events 0  -> AlarmReturned, publish events 1-2, publish events 3-3, publish alarms 2-2
                        """);
    }

    @Test
    void a_link_that_was_lost_begins_again() {
        outbox().run(
                        """
                        1s link up -> birth
                        2s hub online
                        3s matched events 0 -> publish events 1-1
                        4s link lost
                        5s rex north
                        6s link up          -> birth
                        7s matched events 0
                        8s hub online
                        9s matched events 0 -> publish events 1-2
                        """);
    }

    /// A hub says that it is online once for a whole compound: who comes in that moment may miss
    /// it.
    @Test
    void an_acknowledgement_is_a_sign_of_a_hub_that_was_never_seen() {
        outbox().run(
                        """
                        1s  link up          -> birth
                        2s  ack events 0     -> check events 0
                        3s  matched events 0 -> publish events 1-1
                        4s  ack alarms 0     -> check alarms 0
                        5s  matched alarms 0
                        6s  ack events 1     -> check events 1
                        7s  matched events 1
                        60s tick
                        """);
    }

    @Test
    void an_acknowledgement_from_before_a_hub_said_goodbye_is_none() {
        outbox().run(
                        """
                        1s link up          -> birth
                        2s hub offline
                        3s ack events 0     -> check events 0
                        4s matched events 0
                        5s rex north
                        6s hub online
                        7s matched events 0 -> publish events 1-2
                        """);
    }

    @Test
    void a_hub_that_tells_no_position_is_told_again_that_the_gate_is_there() {
        outbox().run(
                        """
                        1s  link up -> birth
                        2s  hub online
                        11s tick
                        12s tick -> birth
                        13s matched events 0 -> publish events 1-1
                        14s matched events 1
                        15s matched alarms 0
                        60s tick
                        """);
    }

    @Test
    void the_hub_may_ask_for_a_slower_drain_and_alarms_do_not_wait_for_it() {
        withBacklog()
                .run(
                        """
                        1s     link up
                        2s     hub online
                        3s     matched alarms 5
                        4s     ack events 100 50
                        4s     matched events 100 -> publish events 101-150
                        4010ms panic on           -> publish alarms 6-6
                        4099ms tick
                        4100ms tick               -> publish events 151-155
                        4200ms tick               -> publish events 156-160
                        """);
    }

    @Test
    void heads_are_signed_after_a_minute_and_at_each_alarm() {
        GateScript.running()
                .showing(ScriptEffects.Kind.HEAD)
                .run(
                        """
                        1s     rex north
                        2s     signed events 1
                        61s    tick            -> sign events 4
                        62s    signed events 4
                        300s   tick
                        301s   panic on        -> sign alarms 1, sign events 6
                        """);
    }

    @Test
    void heads_are_signed_every_hundred_events() {
        GateScript script = GateScript.running();
        script.showing(ScriptEffects.Kind.HEAD);
        for (int count = 0; count < 99; count++) {
            script.run("100ms rex north");
        }
        script.run("100ms rex north -> sign events 101");
        script.run("100ms rex north");
    }

    @Test
    void the_state_is_told_at_once_gathered_and_now_and_then() {
        GateScript.running()
                .showing(ScriptEffects.Kind.STATE)
                .run(
                        """
                        1s     link up   -> state
                        2s     rex north -> state
                        2100ms rex south
                        2199ms tick
                        2200ms tick      -> state
                        8s     tick      -> state, state
                        31s    tick
                        38s    tick      -> state
                        39s    link lost
                        90s    rex north
                        """);
    }

    private static Command command(String id, String compound, String gate, long boot, long until) {
        return new Command(
                new CommandId(id),
                new CompoundId(compound),
                new GateId(gate),
                boot,
                until,
                new OperatorName("李阿姨"),
                new Command.Order.ActOnDoor(Samples.NORTH, DoorAct.ACCESS));
    }

    private static List<CommandOutcome> outcomes(Command... commands) {
        GateController controller = Samples.controller(JournalStart.FIRST);
        Moment now = new Moment(Samples.NOON, new MonotonicTime(5_000_000_000L), TimeTrust.TRUSTED);
        return List.of(commands).stream()
                .flatMap(command ->
                        controller.step(now, new Input.CommandReceived(command)).stream())
                .filter(Effect.ReportResult.class::isInstance)
                .map(effect -> ((Effect.ReportResult) effect).result().outcome())
                .toList();
    }

    @Test
    void a_command_is_carried_out_once() {
        Command command = command("command-1", "peace", "gate-1", 1, 5_001);
        assertEquals(
                List.of(CommandOutcome.DONE, CommandOutcome.REFUSED_REPEATED),
                outcomes(command, command));
    }

    @Test
    void a_command_that_is_late_is_refused() {
        assertEquals(
                List.of(CommandOutcome.REFUSED_EXPIRED),
                outcomes(command("command-1", "peace", "gate-1", 1, 5_000)));
    }

    @Test
    void a_command_for_another_gate_compound_or_start_is_refused() {
        assertEquals(
                List.of(
                        CommandOutcome.REFUSED_FOREIGN,
                        CommandOutcome.REFUSED_FOREIGN,
                        CommandOutcome.REFUSED_FOREIGN),
                outcomes(
                        command("command-1", "other", "gate-1", 1, 9_000),
                        command("command-2", "peace", "gate-2", 1, 9_000),
                        command("command-3", "peace", "gate-1", 2, 9_000)));
    }

    @Test
    void more_commands_than_can_be_remembered_are_refused_rather_than_forgotten() {
        GateScript script = GateScript.running().showing(ScriptEffects.Kind.RESULT);
        for (int count = 0; count < Limits.COMMAND_IDS_MAX; count++) {
            script.run("1s LOCK north -> result DONE");
        }
        script.run("1s  LOCK north -> result REFUSED_BY_STATE");
        script.run("11s LOCK north -> result DONE");
    }

    @Test
    void commands_that_cannot_be_are_answered() {
        GateScript.running()
                .run(
                        """
                        1s garbled      -> result REFUSED_MALFORMED
                        2s ACCESS moon  -> CommandAnswered REFUSED_UNKNOWN_TARGET, result REFUSED_UNKNOWN_TARGET
                        3s BLOCK north  -> DoorModeChanged BLOCKED, CommandAnswered DONE, result DONE
                        4s ACCESS north -> CommandAnswered REFUSED_BY_STATE, result REFUSED_BY_STATE
                        5s LOCK_OPEN_RELEASE north -> CommandAnswered REFUSED_BY_STATE, result REFUSED_BY_STATE
                        6s acknowledge 99 -> CommandAnswered REFUSED_UNKNOWN_TARGET, result REFUSED_UNKNOWN_TARGET
                        """);
    }

    @Test
    void a_volunteer_releases_a_door_for_one_passage() {
        GateScript.running()
                .withSlowJournal()
                .run(
                        """
                        1s     ACCESS north -> AccessGrantedByOperator, picture, CommandAnswered DONE, result DONE
                        1050ms commit       -> Unlock north
                        7s     tick         -> Lock north, AccessNotTaken
                        """);
    }
}
