package org.menfang.sim;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.menfang.gate.GateController;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.hardware.ReaderInputs;
import org.menfang.gate.loop.BoundedInbox;
import org.menfang.gate.loop.GateLoop;
import org.menfang.gate.port.Ports;
import org.menfang.gate.port.memory.InMemoryCameras;
import org.menfang.gate.port.memory.InMemoryHubLink;
import org.menfang.gate.port.memory.InMemoryJournal;
import org.menfang.gate.port.memory.RecordedFaults;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.sim.compound.VirtualBoard;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.Wiring;
import org.menfang.sim.time.SimulationClock;
import org.menfang.sim.time.Timeline;
import org.menfang.site.Site;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;

/// The real controller and loop of the example compound, in virtual time from a Monday's morning
/// on, with nobody there but the test.
final class VirtualGate {
    private final Timeline timeline = Timeline.virtual();
    private final BoundedInbox inbox = new BoundedInbox();
    private final InMemoryJournal journal = new InMemoryJournal(inbox, text -> "signed");
    private final RecordedFaults faults = new RecordedFaults();
    private final SimulatedCompound compound;
    private final GateLoop loop;

    VirtualGate(Function<Site, AccessTable> rules) {
        Site site = Sites.clinic();
        compound = new SimulatedCompound(site, timeline, 1, Wiring.TELLS_THE_GATE_ONLY);
        SimulationClock clock =
                new SimulationClock(
                        timeline, Simulation.START.atZone(site.zone()).plusHours(5).toInstant(), 1);
        loop =
                new GateLoop(
                        new GateController(
                                site,
                                new SuncalcSunTimes(),
                                rules.apply(site),
                                journal.start(inbox),
                                "virtual"),
                        inbox,
                        new Ports(
                                clock,
                                journal,
                                new InMemoryHubLink(),
                                new VirtualBoard(site, compound.chip(), inbox),
                                compound.connectReaders(new ReaderInputs(inbox)),
                                new InMemoryCameras(),
                                faults));
    }

    SimulatedCompound compound() {
        return compound;
    }

    List<?> faults() {
        return faults.all();
    }

    /// What the gate wrote, in order.
    List<EventBody> events() {
        return journal.stored(EventStream.EVENTS).stream().map(Event::body).toList();
    }

    void run(Duration duration) {
        MonotonicTime end = timeline.now().plus(duration);
        while (timeline.now().isBefore(end)) {
            turn();
            MonotonicTime next = earliest(timeline.next().orElse(end), loop.dueAt().orElse(end));
            timeline.runUntil(earliest(next, end));
        }
        turn();
    }

    private void turn() {
        do {
            loop.tick();
        } while (loop.idleTime().isZero());
        if (journal.isPending()) {
            journal.commit();
            loop.tick();
        }
    }

    private static MonotonicTime earliest(MonotonicTime one, MonotonicTime other) {
        return one.isBefore(other) ? one : other;
    }
}
