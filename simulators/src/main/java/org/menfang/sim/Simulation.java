package org.menfang.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.menfang.gate.GateController;
import org.menfang.gate.Input;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.hardware.ReaderInputs;
import org.menfang.gate.loop.BoundedInbox;
import org.menfang.gate.loop.GateLoop;
import org.menfang.gate.port.Ports;
import org.menfang.gate.port.SunTimes;
import org.menfang.gate.port.memory.InMemoryJournal;
import org.menfang.gate.port.memory.RecordedFaults;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.RuleSet;
import org.menfang.sim.check.Check;
import org.menfang.sim.check.LampsBurnAtNight;
import org.menfang.sim.check.LockdownsEnd;
import org.menfang.sim.check.MisuseRaisesAlarms;
import org.menfang.sim.check.NobodyIsKeptIn;
import org.menfang.sim.check.OnlyWhoMayPasses;
import org.menfang.sim.check.Rights;
import org.menfang.sim.check.WrongsRaiseAlarms;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.Wiring;
import org.menfang.sim.people.CommitteeRules;
import org.menfang.sim.people.Deed;
import org.menfang.sim.people.Life;
import org.menfang.sim.people.Person;
import org.menfang.sim.people.Population;
import org.menfang.sim.time.Agenda;
import org.menfang.sim.time.Chance;
import org.menfang.sim.time.SimulationClock;
import org.menfang.sim.time.Timeline;
import org.menfang.site.Site;
import org.menfang.vocabulary.EventStream;

/// One compound in virtual time: the real controller and loop, a journal and a hub in memory,
/// simulated devices and people. The same seed gives the same trace to the byte.
public final class Simulation {
    /// When the simulated days begin, in the compound's time zone.
    public static final LocalDateTime START = LocalDateTime.of(2026, 9, 21, 5, 30);

    private static final Duration DISK_MIN = Duration.ofMillis(1);
    private static final Duration DISK_MAX = Duration.ofMillis(9);
    private static final Duration HUB_COMES = Duration.ofSeconds(1);
    private static final Duration PEOPLE_COME = Duration.ofSeconds(10);
    private static final Duration SETTLING = Duration.ofMinutes(2);
    private static final List<LocalTime> PATROL_TIMES =
            List.of(LocalTime.of(7, 30), LocalTime.of(22, 0));

    private final Site site;
    private final Timeline timeline = Timeline.virtual();
    private final SimulationClock clock;
    private final SimulatedCompound compound;
    private final Life life;
    private final BoundedInbox inbox = new BoundedInbox();
    private final InMemoryJournal journal;
    private final SimulatedHub hub;
    private final RecordedFaults faults = new RecordedFaults();
    private final GateLoop loop;
    private final Chance disk;
    private final Trace trace;
    private final Agenda agenda;
    private boolean diskBusy;

    public Simulation(Site site, SunTimes sun, long seed) {
        this.site = site;
        Instant start = START.atZone(site.zone()).toInstant();
        clock = new SimulationClock(timeline, start, 1);
        compound = new SimulatedCompound(site, timeline, seed, Wiring.TELLS_THE_GATE_ONLY);
        List<Person> people = Population.of(seed);
        RuleSet rules =
                CommitteeRules.of(site, people, CommitteeRules.Terms.of(START.toLocalDate(), seed));
        trace = new Trace(checks(sun, rules));
        life = new Life(compound, clock, people, seed, this::tell);
        disk = Chance.of(seed, "disk");
        journal = new InMemoryJournal(inbox, head -> "signature of " + head.length());
        hub = new SimulatedHub(site, timeline, inbox, journal, Chance.of(seed, "network"));
        loop = new GateLoop(controller(sun, rules), inbox, ports(seed));
        agenda = new Agenda(timeline, clock);
    }

    private List<Check> checks(SunTimes sun, RuleSet rules) {
        return List.of(
                new OnlyWhoMayPasses(new Rights(site, rules)),
                new NobodyIsKeptIn(),
                new WrongsRaiseAlarms(),
                new MisuseRaisesAlarms(),
                new LockdownsEnd(rules),
                new LampsBurnAtNight(compound, sun));
    }

    private GateController controller(SunTimes sun, RuleSet rules) {
        return new GateController(
                site, sun, AccessTable.of(site, rules), journal.start(inbox), "simulation");
    }

    private Ports ports(long seed) {
        return new Ports(
                clock,
                journal,
                hub,
                new SimulatedBoard(site, compound.chip(), inbox),
                compound.connectReaders(new ReaderInputs(inbox)),
                new SimulatedStills(timeline, inbox, Chance.of(seed, "stills")),
                faults);
    }

    /// Lets so many days pass, and a little more, so that everything settles.
    ///
    /// @param days 1 and up
    public SimulationResult run(int days) {
        site.cameras().forEach(camera -> inbox.offer(new Input.CameraFound(camera.id())));
        timeline.after(HUB_COMES, hub::comeOnline);
        timeline.after(PEOPLE_COME, life::begin);
        planMinute();
        for (int day = 0; day < days; day++) {
            planPatrols(START.toLocalDate().plusDays(day));
        }
        runUntil(timeline.now().plus(Duration.ofDays(days)).plus(SETTLING));
        checkTheEnd();
        return new SimulationResult(
                days, trace.text(), trace.counts(), trace.violations(), trace.deeds());
    }

    private void planMinute() {
        timeline.after(Duration.ofMinutes(1), this::planMinute);
        trace.minute(clock.world());
    }

    private void planPatrols(LocalDate day) {
        for (LocalTime time : PATROL_TIMES) {
            Instant when = day.atTime(time).atZone(site.zone()).toInstant();
            if (when.isAfter(clock.world())) {
                agenda.at(when, hub::patrol);
            }
        }
    }

    private void runUntil(MonotonicTime end) {
        while (timeline.now().isBefore(end)) {
            turnTheLoop();
            MonotonicTime next = timeline.next().orElse(end);
            MonotonicTime due = loop.dueAt().orElse(end);
            timeline.runUntil(earliest(next, earliest(due, end)));
        }
        turnTheLoop();
    }

    private static MonotonicTime earliest(MonotonicTime one, MonotonicTime other) {
        return one.isBefore(other) ? one : other;
    }

    private void turnTheLoop() {
        do {
            loop.tick();
        } while (loop.idleTime().isZero());
        if (journal.isPending() && !diskBusy) {
            diskBusy = true;
            timeline.after(disk.between(DISK_MIN, DISK_MAX), this::commit);
        }
    }

    private void commit() {
        diskBusy = false;
        journal.commit();
        trace.stored(journal.texts(EventStream.EVENTS), journal.stored(EventStream.EVENTS));
    }

    private void tell(Deed deed) {
        trace.deed(clock.world(), deed);
    }

    private void checkTheEnd() {
        Instant now = clock.world();
        faults.all().forEach(fault -> trace.violated("the gate has no fault", now, fault + ""));
        for (EventStream stream : EventStream.values()) {
            long written = journal.stored(stream).size();
            if (hub.lastSeq(stream) != written) {
                trace.violated(
                        "the hub holds everything in the end",
                        now,
                        hub.lastSeq(stream) + " of " + written + " " + stream);
            }
        }
    }
}
