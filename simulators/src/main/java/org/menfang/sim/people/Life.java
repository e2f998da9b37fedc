package org.menfang.sim.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.time.Agenda;
import org.menfang.sim.time.Chance;
import org.menfang.sim.time.SimulationClock;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.HolderId;

/// The days and nights of the compound: makes people set out and incidents happen at their times.
public final class Life {
    private final ZoneId zone;
    private final long seed;
    private final List<Person> people;
    private final SimulationClock clock;
    private final Agenda agenda;
    private final Routes routes;
    private final List<Incidents> incidents = new ArrayList<>();
    private final Scenes scenes;
    private final Map<HolderId, Walker> walkers = new TreeMap<>();
    private final int outPercent;

    /// People of a compound with one gate, who all go out every day.
    ///
    /// @param deeds hears what people really do
    public Life(
            SimulatedCompound compound,
            SimulationClock clock,
            List<Person> people,
            long seed,
            DeedListener deeds) {
        this(List.of(compound), clock, people, seed, 100, deeds);
    }

    /// @param gates of the compound, all with the same areas; people take any of them, and what is
    ///   acted out happens at the first
    /// @param outPercent how many of a hundred people set out on a day
    /// @param deeds hears what people really do
    public Life(
            List<SimulatedCompound> gates,
            SimulationClock clock,
            List<Person> people,
            long seed,
            int outPercent,
            DeedListener deeds) {
        this.clock = clock;
        this.people = List.copyOf(people);
        this.seed = seed;
        this.outPercent = outPercent;
        SimulatedCompound first = gates.getFirst();
        zone = first.site().zone();
        agenda = new Agenda(first.timeline(), clock);
        routes = new Routes(first.site());
        List<Walker.Place> places =
                gates.stream().map(gate -> new Walker.Place(gate, new Doorways(gate))).toList();
        for (Walker.Place place : places) {
            incidents.add(
                    new Incidents(
                            place.devices(),
                            place.doorways(),
                            deed -> deeds.did(place.gate(), deed)));
        }
        Walker.Place stage = places.getFirst();
        scenes =
                new Scenes(
                        first.site(),
                        people,
                        new PassWallet(first.site(), seed, clock::world),
                        new Acts(first, stage.doorways(), deed -> deeds.did(stage.gate(), deed)));
        for (Person person : people) {
            Chance ways = Chance.of(seed, "ways " + person.id());
            walkers.put(
                    person.id(), new Walker(person, startOf(person), places, routes, ways, deeds));
        }
    }

    private AreaId startOf(Person person) {
        return person.home() == null ? routes.outside() : routes.home();
    }

    /// Begins with what is left of the day. An act of the timeline must do this.
    public void begin() {
        planDay(clock.world().atZone(zone).toLocalDate(), clock.world());
    }

    /// Where somebody is now.
    public AreaId whereIs(HolderId person) {
        return walker(person).area();
    }

    public List<Person> people() {
        return people;
    }

    /// What a gate's neighbourhood has of strangers.
    Incidents strangersAt(int gate) {
        return incidents.get(gate);
    }

    Walker walker(HolderId person) {
        Walker walker = walkers.get(person);
        if (walker == null) {
            throw new IllegalArgumentException("no such person: " + person);
        }
        return walker;
    }

    private void planDay(LocalDate day, Instant from) {
        for (Person person : people) {
            if (Chance.of(seed, "out " + person.id() + " " + day).percent(outPercent)) {
                for (Trip trip : Habits.on(day, person, seed)) {
                    plan(day, trip.at(), from, () -> setOut(person, trip.to()));
                }
            }
        }
        Stream.concat(incidents(day), scenes.on(day, seed).stream())
                .forEach(incident -> plan(day, incident.at(), from, incident.act()));
        Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
        agenda.at(midnight, () -> planDay(day.plusDays(1), midnight));
    }

    private Stream<Incidents.Incident> incidents(LocalDate day) {
        List<Incidents.Incident> all = new ArrayList<>();
        for (int gate = 0; gate < incidents.size(); gate++) {
            long ofGate = gate == 0 ? seed : Chance.seedOf(seed, "incidents at gate " + gate);
            all.addAll(incidents.get(gate).on(day, ofGate));
        }
        return all.stream();
    }

    private void plan(LocalDate day, LocalTime time, Instant from, Runnable act) {
        Instant when = day.atTime(time).atZone(zone).toInstant();
        if (!when.isBefore(from)) {
            agenda.at(when, act);
        }
    }

    private void setOut(Person person, Trip.Place place) {
        Walker walker = walkers.get(person.id());
        if (walker != null) {
            walker.wish(area(place));
        }
    }

    private AreaId area(Trip.Place place) {
        return switch (place) {
            case HOME -> routes.home();
            case OUTSIDE -> routes.outside();
            case CLINIC -> routes.named("clinic").orElse(routes.home());
            case SHED -> routes.named("shed").orElse(routes.home());
        };
    }
}
