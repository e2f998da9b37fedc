package org.menfang.sim.compound;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.menfang.cose.Keyring;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.port.SunTimes;
import org.menfang.sim.time.Chance;
import org.menfang.sim.time.SimulationClock;
import org.menfang.sim.time.Timeline;
import org.menfang.site.Site;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Event;

/// All houses of a compound, and the time that passes there.
public final class Compound {
    private final Timeline timeline = Timeline.virtual();
    private final SimulationClock clock;
    private final VirtualBroker broker;
    private final HubHouse hub;
    private final SortedMap<GateId, GateHouse> gates = new TreeMap<>();
    private final long seed;

    /// What a compound begins with.
    ///
    /// @param sites one for each gate, all of one compound
    /// @param start when its time begins
    /// @param keys whose rules its gates accept
    /// @param durable hears each event of each gate, with its text, once it is durable there
    public record Beginnings(
            List<Site> sites,
            Instant start,
            SunTimes sun,
            Keyring keys,
            Seams seams,
            BiConsumer<Event, String> durable) {
        public Beginnings {
            sites = List.copyOf(sites);
        }
    }

    /// @param seed what all chance comes from
    public Compound(Beginnings beginnings, long seed) {
        this.seed = seed;
        clock = new SimulationClock(timeline, beginnings.start(), 1);
        broker = new VirtualBroker(timeline, Chance.of(seed, "broker"));
        RuleReadings readings = new RuleReadings(beginnings.keys());
        GateHouse.Surroundings around =
                new GateHouse.Surroundings(
                        timeline,
                        clock,
                        beginnings.sun(),
                        broker,
                        readings,
                        beginnings.seams(),
                        beginnings.durable());
        for (Site site : beginnings.sites()) {
            gates.put(site.gate(), new GateHouse(site, around, seed));
        }
        hub =
                new HubHouse(
                        timeline,
                        clock,
                        broker,
                        beginnings.sites().getFirst().compound(),
                        beginnings.seams(),
                        Chance.of(seed, "hub"));
    }

    public Timeline timeline() {
        return timeline;
    }

    /// The time that people live by.
    public SimulationClock clock() {
        return clock;
    }

    public VirtualBroker broker() {
        return broker;
    }

    public HubHouse hub() {
        return hub;
    }

    public SortedMap<GateId, GateHouse> gates() {
        return Collections.unmodifiableSortedMap(gates);
    }

    /// The house of a gate.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public GateHouse house(GateId gate) {
        GateHouse house = gates.get(gate);
        if (house == null) {
            throw new IllegalArgumentException("no gate " + gate);
        }
        return house;
    }

    public List<GateHouse> houses() {
        return new ArrayList<>(gates.values());
    }

    /// Chance for one purpose.
    public Chance chance(String purpose) {
        return Chance.of(seed, purpose);
    }

    public long seed() {
        return seed;
    }

    /// Starts the hub and all gates at once.
    public void begin() {
        hub.start();
        gates.values().forEach(GateHouse::start);
    }

    /// Lets time pass.
    public void run(Duration duration) {
        MonotonicTime end = timeline.now().plus(duration);
        while (timeline.now().isBefore(end)) {
            turnAll();
            MonotonicTime next = earliest(timeline.next(), end);
            next = earliest(hub.dueAt(), next);
            for (GateHouse gate : gates.values()) {
                next = earliest(gate.dueAt(), next);
            }
            timeline.runUntil(next);
        }
        turnAll();
    }

    private void turnAll() {
        for (GateHouse gate : gates.values()) {
            gate.turn();
        }
        hub.turn();
    }

    private static MonotonicTime earliest(Optional<MonotonicTime> one, MonotonicTime other) {
        return one.filter(time -> time.isBefore(other)).orElse(other);
    }
}
