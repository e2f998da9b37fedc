package org.menfang.sim.people;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.device.Card;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.time.Chance;
import org.menfang.site.AccessPointPlan;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.GateId;

/// One person on foot: knows where they are, and walks from door to door to where they want to be.
final class Walker {
    private static final Duration CROSSING = Duration.ofMillis(1_300);
    private static final Duration SLOW_CROSSING = Duration.ofMillis(2_600);
    private static final Duration WALK = Duration.ofMillis(900);
    private static final int WISHES_MAX = 20;

    private Person person;
    private Person bearing;
    private final List<Place> places;
    private final Routes routes;
    private final Chance chance;
    private final DeedListener deeds;
    private final Queue<AreaId> wishes = new ArrayDeque<>();
    private AreaId area;
    private @Nullable AreaId goal;
    private Place place;

    /// One gate of the compound, by which people may go.
    record Place(SimulatedCompound devices, Doorways doorways) {
        GateId gate() {
            return devices.site().gate();
        }
    }

    /// @param places the gates of the compound; all lead from and to the same areas
    Walker(
            Person person,
            AreaId start,
            List<Place> places,
            Routes routes,
            Chance chance,
            DeedListener deeds) {
        this.person = person;
        bearing = person;
        this.places = List.copyOf(places);
        this.place = places.getFirst();
        this.routes = routes;
        this.chance = chance;
        this.deeds = deeds;
        area = start;
    }

    AreaId area() {
        return area;
    }

    Person person() {
        return person;
    }

    /// From now on has another card of their own.
    void has(Card card) {
        person = person.with(card);
        bearing = person;
    }

    /// From now on uses somebody's card, and the PIN that goes with it.
    void borrows(Person owner) {
        bearing = owner;
    }

    /// Goes there, once they have come to where they are going now.
    void wish(AreaId destination) {
        if (wishes.size() < WISHES_MAX) {
            wishes.add(destination);
        }
        if (goal == null) {
            setOut();
        }
    }

    private void setOut() {
        goal = wishes.poll();
        if (places.size() > 1) {
            place = chance.oneOf(places);
        }
        walkOn();
    }

    private void walkOn() {
        if (goal == null) {
            return;
        }
        List<AccessPointPlan> ways = routes.next(area, goal);
        if (ways.isEmpty()) {
            setOut();
        } else {
            AccessPointPlan way = chance.oneOf(ways);
            Place here = place;
            here.devices().timeline().after(WALK, () -> comeTo(way, here));
        }
    }

    private void comeTo(AccessPointPlan way, Place here) {
        Card card = bearing.card();
        Duration crossing = person.slow() ? SLOW_CROSSING : CROSSING;
        here.doorways()
                .at(way.door())
                .enter(
                        person.look(),
                        new Passage(
                                here.devices(),
                                way,
                                bearing.proof(),
                                crossing,
                                outcome -> wentThrough(way, here, card, outcome)));
    }

    private void wentThrough(AccessPointPlan way, Place here, Card card, Passage.Outcome outcome) {
        deeds.did(
                here.gate(),
                switch (outcome) {
                    case PASSED -> new Deed.Passed(person, card, way);
                    case DENIED -> new Deed.TurnedAway(person, card, way);
                    case KEPT_OUT -> new Deed.KeptOut(person, card, way);
                    case KEPT_IN -> new Deed.KeptIn(person, way);
                });
        if (outcome == Passage.Outcome.PASSED) {
            area = way.to();
            walkOn();
        } else {
            setOut();
        }
    }
}
