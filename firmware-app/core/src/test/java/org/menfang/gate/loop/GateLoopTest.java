package org.menfang.gate.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.menfang.gate.CardBits;
import org.menfang.gate.GateController;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.Limits;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.Samples;
import org.menfang.gate.port.Ports;
import org.menfang.gate.port.SunTimes;
import org.menfang.gate.port.memory.InMemoryCameras;
import org.menfang.gate.port.memory.InMemoryHubLink;
import org.menfang.gate.port.memory.InMemoryJournal;
import org.menfang.gate.port.memory.InMemoryOutputs;
import org.menfang.gate.port.memory.InMemoryReaders;
import org.menfang.gate.port.memory.RecordedFaults;
import org.menfang.gate.port.memory.SettableTime;
import org.menfang.site.PointName;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.ReaderId;
import org.menfang.wire.EventBody;
import org.menfang.wire.json.EventTypes;

class GateLoopTest {
    private final BoundedInbox inbox = new BoundedInbox();
    private final SettableTime time = new SettableTime(Samples.NOON);
    private final InMemoryJournal journal = new InMemoryJournal(inbox, text -> "signed " + text);
    private final InMemoryOutputs outputs = new InMemoryOutputs();
    private final InMemoryReaders readers = new InMemoryReaders();
    private final RecordedFaults faults = new RecordedFaults();
    private final Ports ports =
            new Ports(
                    time,
                    journal,
                    new InMemoryHubLink(),
                    outputs,
                    readers,
                    new InMemoryCameras(),
                    faults);
    private final GateLoop loop =
            new GateLoop(Samples.controller(journal.start(inbox)), inbox, ports);
    private static final ReaderId NORTH_READER = new ReaderId("r-north");

    private Optional<Boolean> isNorthEnergised() {
        return outputs.isEnergised(PointName.lock(Samples.NORTH));
    }

    @Test
    void a_card_goes_from_the_reader_to_the_lock_and_the_lock_is_secured_again() {
        loop.tick();
        assertEquals(Optional.of(false), isNorthEnergised());

        inbox.offer(new Input.CardRead(NORTH_READER, Samples.bits("01:0001")));
        loop.tick();
        assertEquals(ReaderFeedback.READ, readers.shownAt(NORTH_READER));
        assertEquals(Optional.of(false), isNorthEnergised());

        journal.commit();
        loop.tick();
        assertEquals(ReaderFeedback.GRANTED, readers.shownAt(NORTH_READER));
        assertEquals(Optional.of(true), isNorthEnergised());

        time.pass(Duration.ofSeconds(5));
        loop.tick();
        assertEquals(Optional.of(false), isNorthEnergised());
        journal.commit();
        assertEquals(
                List.of(
                        "org.menfang.gate-started",
                        "org.menfang.access-granted",
                        "org.menfang.access-not-taken"),
                journal.stored(EventStream.EVENTS).stream()
                        .map(event -> EventTypes.nameOf(event.body()))
                        .toList());
        assertEquals(List.of(), faults.all());
    }

    @Test
    void a_flood_of_reads_holds_up_neither_fire_nor_rex() {
        loop.tick();
        for (int read = 0; read < 1_000; read++) {
            inbox.offer(new Input.CardRead(NORTH_READER, new CardBits("0101")));
        }
        inbox.offer(new Input.RexPressed(new AccessPointId("north-out")));
        inbox.offer(new Input.FireChanged(true));
        loop.tick();
        assertEquals(Optional.of(true), isNorthEnergised());
        assertEquals(Optional.of(false), outputs.isEnergised(PointName.lock(Samples.SOUTH)));
        journal.commit();
        assertEquals(1, count(EventBody.ExitRequested.class), "it came ahead of what readers say");
        assertTrue(count(EventBody.AccessDenied.class) <= Limits.DENIAL_BURST_MAX);
    }

    @Test
    void an_input_that_breaks_the_controller_stops_nothing_and_loses_no_sequence() {
        loop.tick();
        inbox.offer(new Input.MonitorChanged(new DoorId("moon"), true));
        inbox.offer(new Input.RexPressed(new AccessPointId("north-out")));
        loop.tick();
        assertEquals(1, faults.all().size());
        assertEquals(Optional.of(true), isNorthEnergised());
        journal.commit();
        assertEquals(2, journal.stored(EventStream.EVENTS).size());
    }

    @Test
    void what_was_asked_for_before_a_step_broke_is_still_done() {
        GateLoop dark = loopWithoutSun();
        dark.tick();
        assertEquals(Optional.of(false), isNorthEnergised());
        assertEquals(1, faults.all().size());
        journal.commit();
        assertEquals(1, journal.stored(EventStream.EVENTS).size());
    }

    @Test
    void a_deadline_that_breaks_is_left_alone_for_a_while() {
        GateLoop dark = loopWithoutSun();
        for (int turn = 0; turn < 100; turn++) {
            dark.tick();
        }
        assertEquals(1, faults.all().size());
        assertEquals(Limits.FAULT_PAUSE, dark.idleTime());
        time.pass(Limits.SKY_AGAIN);
        dark.tick();
        assertEquals(2, faults.all().size());
        inbox.offer(new Input.RexPressed(new AccessPointId("north-out")));
        dark.tick();
        assertEquals(Optional.of(true), isNorthEnergised());
    }

    @Test
    void a_fault_elsewhere_keeps_nobody_in() {
        GateLoop dark = loopWithoutSun();
        inbox.offer(new Input.FireChanged(true));
        dark.tick();
        assertEquals(1, faults.all().size());
        assertEquals(Optional.of(true), isNorthEnergised());
        assertEquals(Optional.of(false), outputs.isEnergised(PointName.lock(Samples.SOUTH)));
    }

    @Test
    void a_port_that_breaks_does_not_keep_the_others_from_their_work() {
        Ports half =
                new Ports(
                        time,
                        journal,
                        new InMemoryHubLink(),
                        outputs,
                        (_, _) -> {
                            throw new IllegalStateException("no reader");
                        },
                        new InMemoryCameras(),
                        faults);
        GateLoop lame = new GateLoop(Samples.controller(journal.start(inbox)), inbox, half);
        inbox.offer(new Input.CardRead(NORTH_READER, Samples.bits("01:0001")));
        lame.tick();
        journal.commit();
        lame.tick();
        assertEquals(Optional.of(true), isNorthEnergised());
        assertEquals(2, faults.all().size());
    }

    @Test
    void a_loop_with_nothing_to_do_says_how_long() {
        assertEquals(Duration.ZERO, loop.idleTime());
        loop.tick();
        journal.commit();
        loop.tick();
        assertEquals(Duration.ofSeconds(1), loop.idleTime());
        inbox.offer(new Input.FireChanged(false));
        assertEquals(Duration.ZERO, loop.idleTime());
    }

    @Test
    void a_gate_that_lost_its_power_goes_on_where_its_journal_ended() {
        loop.tick();
        journal.commit();
        inbox.offer(new Input.AlarmInputChanged(new AlarmInputId("panic"), true));
        loop.tick();
        journal.commit();
        inbox.offer(new Input.RexPressed(new AccessPointId("north-out")));
        loop.tick();
        journal.powerCut();

        BoundedInbox second = new BoundedInbox();
        SettableTime later = new SettableTime(Samples.NOON.plusSeconds(60));
        Ports after =
                new Ports(
                        later,
                        journal,
                        new InMemoryHubLink(),
                        outputs,
                        readers,
                        new InMemoryCameras(),
                        faults);
        JournalStart start = journal.start(second);
        assertEquals(2, start.boot());
        assertEquals(AlarmKind.PANIC, start.memory().alarms().getFirst().kind());
        GateLoop restarted = new GateLoop(Samples.controller(start), second, after);
        restarted.tick();
        journal.commit();
        assertEquals(2, count(EventBody.GateStarted.class));
        assertEquals(0, count(EventBody.ExitRequested.class));
        assertEquals(List.of(), faults.all());
    }

    private GateLoop loopWithoutSun() {
        SunTimes broken =
                (_, _, _) -> {
                    throw new IllegalStateException("no sun");
                };
        GateController controller =
                new GateController(
                        Samples.site(), broken, Samples.table(), journal.start(inbox), "1.0");
        return new GateLoop(controller, inbox, ports);
    }

    private long count(Class<? extends EventBody> type) {
        return journal.stored(EventStream.EVENTS).stream()
                .filter(event -> type.isInstance(event.body()))
                .count();
    }
}
