package org.menfang.sim.people;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.time.Chance;
import org.menfang.site.AccessPointPlan;
import org.menfang.vocabulary.AreaId;

/// One person on foot: knows where they are, and walks from door to door to where they want to be.
final class Walker {
    private static final Duration CROSSING = Duration.ofMillis(1_300);
    private static final Duration SLOW_CROSSING = Duration.ofMillis(2_600);
    private static final Duration WALK = Duration.ofMillis(900);
    private static final int WISHES_MAX = 20;

    private final Person person;
    private final SimulatedCompound compound;
    private final Routes routes;
    private final Doorways doorways;
    private final Chance chance;
    private final Consumer<Deed> deeds;
    private final Queue<AreaId> wishes = new ArrayDeque<>();
    private AreaId area;
    private @Nullable AreaId goal;

    Walker(
            Person person,
            AreaId start,
            SimulatedCompound compound,
            Routes routes,
            Doorways doorways,
            Chance chance,
            Consumer<Deed> deeds) {
        this.person = person;
        this.compound = compound;
        this.routes = routes;
        this.doorways = doorways;
        this.chance = chance;
        this.deeds = deeds;
        area = start;
    }

    AreaId area() {
        return area;
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
            compound.timeline().after(WALK, () -> comeTo(way));
        }
    }

    private void comeTo(AccessPointPlan way) {
        Duration crossing = person.slow() ? SLOW_CROSSING : CROSSING;
        doorways.at(way.door())
                .enter(
                        person.look(),
                        new Passage(
                                compound,
                                way,
                                person.proof(),
                                crossing,
                                outcome -> wentThrough(way, outcome)));
    }

    private void wentThrough(AccessPointPlan way, Passage.Outcome outcome) {
        deeds.accept(
                switch (outcome) {
                    case PASSED -> new Deed.Passed(person, person.card(), way);
                    case DENIED -> new Deed.TurnedAway(person, person.card(), way);
                    case KEPT_OUT -> new Deed.KeptOut(person, person.card(), way);
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
