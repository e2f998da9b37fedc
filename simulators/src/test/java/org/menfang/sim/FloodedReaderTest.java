package org.menfang.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.GateController;
import org.menfang.gate.Limits;
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
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.Wiring;
import org.menfang.sim.time.SimulationClock;
import org.menfang.sim.time.Timeline;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.EventBody;

/// A reader that delivers noise a thousand times a second, in virtual time: whoever wants to leave
/// does not wait for it.
@Timeout(60)
final class FloodedReaderTest {
    private static final int READS = 10_000;
    private static final Duration SPACING = Duration.ofMillis(1);

    /// From the finger on the button to the bolt that has moved.
    private static final Duration ANSWER_MAX = Duration.ofMillis(100);

    private final Site site = Sites.clinic();
    private final Timeline timeline = Timeline.virtual();
    private final SimulatedCompound compound =
            new SimulatedCompound(site, timeline, 1, Wiring.TELLS_THE_GATE_ONLY);
    private final SimulationClock clock =
            new SimulationClock(
                    timeline, Simulation.START.atZone(site.zone()).plusHours(5).toInstant(), 1);
    private final BoundedInbox inbox = new BoundedInbox();
    private final InMemoryJournal journal = new InMemoryJournal(inbox, text -> "signed");
    private final RecordedFaults faults = new RecordedFaults();
    private final GateLoop loop =
            new GateLoop(
                    new GateController(
                            site,
                            new SuncalcSunTimes(),
                            AccessTable.empty(site),
                            journal.start(inbox),
                            "flooded"),
                    inbox,
                    new Ports(
                            clock,
                            journal,
                            new InMemoryHubLink(),
                            new SimulatedBoard(site, compound.chip(), inbox),
                            compound.connectReaders(new ReaderInputs(inbox)),
                            new InMemoryCameras(),
                            faults));

    @BeforeEach
    void begin_the_flood_at_every_reader() {
        run(Duration.ofSeconds(5));
        compound.readers().values().forEach(reader -> reader.flood(READS, SPACING));
        run(Duration.ofSeconds(2));
    }

    @Test
    void an_exit_button_is_answered() {
        for (String exit : List.of("north-out", "clinic-out")) {
            AccessPointId id = new AccessPointId(exit);
            DoorId door = site.accessPoint(id).orElseThrow().door();
            assertTrue(compound.door(door).isSecured());
            Objects.requireNonNull(compound.exits().get(id)).press();
            run(ANSWER_MAX);
            assertFalse(compound.door(door).isSecured(), exit);
        }
    }

    @Test
    void fire_releases_every_door() {
        Objects.requireNonNull(compound.fire()).set(true);
        run(ANSWER_MAX.plus(debounceOfFire()));
        compound.doors().values().forEach(door -> assertFalse(door.isSecured(), door.id()::value));
    }

    @Test
    void the_log_stays_short_and_tells_how_many_there_were() {
        run(Duration.ofMinutes(2));
        assertEquals(List.of(), faults.all());
        List<EventBody> events =
                journal.stored(EventStream.EVENTS).stream().map(event -> event.body()).toList();
        long denied = count(events, EventBody.AccessDenied.class);
        // A burst, and one each two seconds, at each reader.
        long perReader = Limits.DENIAL_BURST_MAX + READS / 1_000;
        assertTrue(denied <= site.readers().size() * perReader, () -> denied + " denials");
        assertTrue(count(events, EventBody.BadReadsCounted.class) >= site.readers().size());
    }

    private static long count(List<EventBody> events, Class<? extends EventBody> kind) {
        return events.stream().filter(kind::isInstance).count();
    }

    private Duration debounceOfFire() {
        return site.pins().stream()
                .filter(pin -> site.fire() != null && pin.point().toString().endsWith("fire"))
                .findFirst()
                .orElseThrow()
                .debounce();
    }

    private void run(Duration duration) {
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
