package org.menfang.sim;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.menfang.gate.port.SunTimes;
import org.menfang.sim.check.Check;
import org.menfang.sim.check.Checks;
import org.menfang.sim.compound.Compound;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.compound.Seams;
import org.menfang.sim.fault.Weather;
import org.menfang.sim.people.CommitteeRules;
import org.menfang.sim.people.DrawnKeys;
import org.menfang.sim.people.Life;
import org.menfang.sim.people.Mischief;
import org.menfang.sim.people.Person;
import org.menfang.sim.people.Population;
import org.menfang.sim.people.Traffic;
import org.menfang.sim.time.Chance;
import org.menfang.site.Site;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Event;

/// Days of a compound in virtual time: the real controllers, loops and outboxes of its gates, the
/// real hub, and people, faults and checks around them. The same seed gives the same trace to the
/// byte.
public final class Simulation {
    /// When the simulated days begin, in the compound's time zone.
    public static final LocalDateTime START = LocalDateTime.of(2026, 9, 21, 5, 30);

    private static final Duration PEOPLE_COME = Duration.ofSeconds(10);
    private static final Duration FAULTS_COME = Duration.ofMinutes(1);

    /// From one copy of what the hub stores to the next.
    private static final Duration FIRST_NIGHT = Duration.ofHours(4);

    private static final Duration NIGHT = Duration.ofDays(1);

    /// When faults are over, gates and hub have so long to agree again.
    private static final Duration SETTLING = Duration.ofMinutes(5);

    private final SimulationPlan plan;
    private final Compound compound;
    private final Weather weather;
    private final Life life;
    private final Trace trace;
    private final Committee committee;
    private final Map<String, Integer> faults = new TreeMap<>();

    /// @param doors of the first gate, which has a lane for vehicles beside them; the others are
    ///   like it
    /// @param lines takes the trace, line by line
    public Simulation(
            SimulationPlan plan, Site doors, SunTimes sun, Seams seams, Appendable lines) {
        this.plan = plan;
        Site site = CarLane.beside(doors);
        List<Person> people = Population.of(plan.seed(), plan.households());
        committee =
                new Committee(
                        site,
                        people,
                        CommitteeRules.Terms.of(START.toLocalDate(), plan.seed()),
                        DrawnKeys.signing(Chance.of(plan.seed(), "key of the committee")));
        List<Check> checks = new ArrayList<>();
        trace = new Trace(lines, checks);
        compound =
                new Compound(
                        new Compound.Beginnings(
                                sites(site, plan.gates()),
                                START.atZone(site.zone()).toInstant(),
                                sun,
                                committee.keys(),
                                seams,
                                this::durable),
                        plan.seed());
        compound.broker()
                .tap((topic, payload) -> trace.message(compound.clock().world(), topic, payload));
        weather = new Weather(compound.timeline(), new Chronicle());
        checks.addAll(Checks.of(compound, weather, committee.rules(), sun));
        committee.install(compound);
        life =
                new Life(
                        compound.houses().stream().map(GateHouse::devices).toList(),
                        compound.clock(),
                        people,
                        plan.seed(),
                        plan.outPercent(),
                        (gate, deed) -> trace.deed(compound.clock().world(), gate, deed));
    }

    private void durable(Event event, String text) {
        trace.durable(compound.clock().world(), event, text);
    }

    private static List<Site> sites(Site first, int gates) {
        List<Site> sites = new ArrayList<>(List.of(first));
        for (int number = 2; number <= gates; number++) {
            sites.add(first.of(new GateId(String.format(Locale.ROOT, "gate-%02d", number))));
        }
        return sites;
    }

    /// Writes down what goes wrong on purpose.
    private final class Chronicle implements Weather.Watcher {
        @Override
        public void began(Weather.Spell spell) {
            faults.merge(spell.fault().word(), 1, Integer::sum);
            trace.fault(compound.clock().world(), "begins: " + spell);
        }

        @Override
        public void ended(Weather.Spell spell) {
            trace.fault(compound.clock().world(), "ends: " + spell);
        }
    }

    /// Lets the days pass, and a little more, so that everything settles.
    public SimulationResult run() {
        Duration days = Duration.ofDays(plan.days());
        compound.begin();
        compound.timeline().after(PEOPLE_COME, life::begin);
        for (GateHouse gate : compound.houses()) {
            new Traffic(gate.devices(), compound.chance("traffic at " + gate.id())).begin();
        }
        committee.begin(compound);
        Townspeople town = new Townspeople(compound, new Mischief(life), committee);
        compound.timeline()
                .after(FAULTS_COME, () -> plan.faults().on(compound, weather, town, days));
        compound.timeline().after(FIRST_NIGHT, this::backUpEveryNight);
        new Patrol(compound)
                .plan(START.toLocalDate(), plan.days(), compound.houses().getFirst().site().zone());
        everyMinute();
        compound.run(days.plus(SETTLING));
        trace.end(compound.clock().world());
        for (GateHouse gate : compound.houses()) {
            gate.faults()
                    .forEach(fault ->
                            trace.violated(
                                    "the software has no fault",
                                    compound.clock().world(),
                                    gate.id() + ": " + fault));
        }
        return new SimulationResult(
                plan, trace.hash(), trace.counts(), trace.violations(), trace.deeds(), faults);
    }

    private void backUpEveryNight() {
        compound.hub().backUp();
        compound.timeline().after(NIGHT, this::backUpEveryNight);
    }

    private void everyMinute() {
        compound.timeline().after(Duration.ofMinutes(1), this::everyMinute);
        trace.minute(compound.clock().world());
    }
}
