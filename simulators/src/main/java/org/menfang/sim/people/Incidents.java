package org.menfang.sim.people;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.menfang.sim.device.Card;
import org.menfang.sim.device.Crowd;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.SimulatedDoor;
import org.menfang.sim.device.SimulatedLamp;
import org.menfang.sim.time.Chance;
import org.menfang.sim.time.Timeline;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.vocabulary.DoorId;

/// What goes wrong in the compound: a stranger, a found card, a sofa in the door, a broken gate, a
/// thief at a lamp line, a dead lamp.
final class Incidents {
    private static final Crowd.Look STRANGER = new Crowd.Look(Crowd.Build.ADULT, 7);
    private static final Crowd.Look MOVER = new Crowd.Look(Crowd.Build.SOFA_CARRIER, 3);
    private static final Crowd.Look THIEF = new Crowd.Look(Crowd.Build.HOODED, 0);
    private static final Duration STRANGER_CROSSING = Duration.ofMillis(1_300);
    private static final Duration LOOKS_AROUND = Duration.ofSeconds(1);
    private static final int WAITS_MAX = 60;
    private static final Duration STAYS_IN_BROKEN_DOOR = Duration.ofSeconds(5);
    private static final Duration LONGER_THAN_ALLOWED = Duration.ofSeconds(12);

    private final SimulatedCompound compound;
    private final Timeline timeline;
    private final Doorways doorways;
    private final Consumer<Deed> deeds;
    private final List<AccessPointPlan> gates;

    Incidents(SimulatedCompound compound, Doorways doorways, Consumer<Deed> deeds) {
        this.compound = compound;
        this.doorways = doorways;
        this.deeds = deeds;
        timeline = compound.timeline();
        gates =
                compound.site().accessPoints().stream()
                        .filter(point -> !point.isRex() && isOutside(point))
                        .toList();
    }

    /// Something that happens at a time of the day.
    record Incident(LocalTime at, Runnable act) {}

    private boolean isOutside(AccessPointPlan point) {
        return compound.site().areas().stream()
                .filter(area -> area.id().equals(point.from()))
                .anyMatch(AreaPlan::outside);
    }

    List<Incident> on(LocalDate day, long seed) {
        Chance chance = Chance.of(seed, "incidents " + day);
        List<Incident> incidents = new ArrayList<>();
        if (!gates.isEmpty()) {
            addAtGates(incidents, chance);
        }
        addAtLamps(incidents, chance);
        return List.copyOf(incidents);
    }

    private void addAtGates(List<Incident> incidents, Chance chance) {
        AccessPointPlan north = gates.getFirst();
        AccessPointPlan south = gates.getLast();
        add(incidents, "06:02", chance, () -> tryCard(south, Population.FOREIGN_CARD));
        add(incidents, "10:20", chance, () -> carrySofa(south.door()));
        add(incidents, "13:20", chance, () -> tryCard(north, Population.LOST_CARD));
        add(incidents, "21:40", chance, () -> tryCard(south, Population.FOREIGN_CARD));
        add(incidents, "02:00", chance, () -> force(north.door()));
    }

    private void addAtLamps(List<Incident> incidents, Chance chance) {
        List<SimulatedLamp> lamps = List.copyOf(compound.lamps().values());
        if (lamps.isEmpty()) {
            return;
        }
        SimulatedLamp dies = lamps.get(chance.below(lamps.size()));
        add(incidents, "20:40", chance, () -> kill(dies));
        add(incidents, "11:00", chance, this::replaceDeadLamps);
        add(incidents, "09:10", chance, this::mendLines);
        supervised(lamps).ifPresent(lamp -> add(incidents, "03:30", chance, () -> cutLine(lamp)));
    }

    /// The lamp whose line somebody would notice, the first by name.
    private static Optional<SimulatedLamp> supervised(List<SimulatedLamp> lamps) {
        return lamps.stream().filter(lamp -> lamp.plan().sensesLine()).findFirst();
    }

    private static void add(List<Incident> incidents, String about, Chance chance, Runnable act) {
        LocalTime at = LocalTime.parse(about).plusSeconds(chance.between(0, 600));
        incidents.add(new Incident(at, act));
    }

    /// Readers that stand towards the street.
    List<AccessPointPlan> gates() {
        return gates;
    }

    private void tryCard(AccessPointPlan point, Card card) {
        tryCard(point, card, Proof.A_GUESS);
    }

    /// @param pin what the stranger enters when asked
    void tryCard(AccessPointPlan point, Card card, String pin) {
        Passage passage =
                new Passage(
                        compound,
                        point,
                        Proof.of(card, pin),
                        STRANGER_CROSSING,
                        outcome -> tried(point, card, outcome));
        doorways.at(point.door()).enter(STRANGER, passage);
    }

    private void tried(AccessPointPlan point, Card card, Passage.Outcome outcome) {
        deeds.accept(
                switch (outcome) {
                    case PASSED -> new Deed.Passed(null, card, point);
                    case DENIED -> new Deed.TurnedAway(null, card, point);
                    case KEPT_OUT -> new Deed.KeptOut(null, card, point);
                    case KEPT_IN -> new Deed.KeptIn(null, point);
                });
    }

    /// Somebody moves house: out by the button, and the door stays open until all is through.
    private void carrySofa(DoorId door) {
        compound.site().accessPoints().stream()
                .filter(point -> point.isRex() && point.door().equals(door))
                .findFirst()
                .ifPresent(this::carrySofa);
    }

    private void carrySofa(AccessPointPlan exit) {
        Duration crossing =
                compound.door(exit.door()).plan().timings().held().plus(LONGER_THAN_ALLOWED);
        Passage passage =
                new Passage(
                        compound,
                        exit,
                        Proof.ofStranger(Population.FOREIGN_CARD),
                        crossing,
                        outcome -> carried(exit, outcome));
        // From a closed door, so that nobody else's longer time counts for the sofa.
        doorways.at(exit.door())
                .enter(
                        MOVER,
                        (figure, done) ->
                                onceSecured(
                                        exit.door(), WAITS_MAX, () -> passage.begin(figure, done)));
    }

    private void carried(AccessPointPlan exit, Passage.Outcome outcome) {
        if (outcome == Passage.Outcome.PASSED) {
            deeds.accept(new Deed.HeldOpen(exit.door()));
        } else {
            deeds.accept(new Deed.KeptIn(null, exit));
        }
    }

    /// Waits until a door is closed and locked; for so many looks at most.
    private void onceSecured(DoorId door, int looks, Runnable act) {
        if (looks == 0 || compound.door(door).isSecured()) {
            act.run();
        } else {
            timeline.after(LOOKS_AROUND, () -> onceSecured(door, looks - 1, act));
        }
    }

    private void force(DoorId door) {
        doorways.at(door)
                .enter(
                        THIEF,
                        (figure, done) ->
                                onceSecured(door, WAITS_MAX, () -> breakOpen(door, figure, done)));
    }

    private void breakOpen(DoorId door, Crowd.Figure figure, Runnable done) {
        if (!compound.door(door).isSecured()) {
            // It stands open or released for good: nothing to break.
            done.run();
            return;
        }
        SimulatedDoor.Grip grip = compound.door(door).force();
        figure.now(Crowd.Act.PASSES);
        deeds.accept(new Deed.BrokeIn(door));
        timeline.after(
                STAYS_IN_BROKEN_DOOR,
                () -> {
                    grip.letGo();
                    done.run();
                });
    }

    /// Somebody without a card waits until a door stands open, and slips through.
    void slipThrough(DoorId door, int looks) {
        if (looks == 0) {
            return;
        }
        if (compound.door(door).leaf().isClosed()) {
            timeline.after(LOOKS_AROUND, () -> slipThrough(door, looks - 1));
        } else {
            compound.door(door)
                    .push()
                    .ifPresent(grip -> timeline.after(STRANGER_CROSSING, grip::letGo));
        }
    }

    private void cutLine(SimulatedLamp lamp) {
        lamp.cutLine();
        deeds.accept(new Deed.LampLineCut(lamp.id()));
    }

    private void mendLines() {
        for (SimulatedLamp lamp : compound.lamps().values()) {
            if (lamp.isLineCut()) {
                lamp.mendLine();
                deeds.accept(new Deed.LampLineMended(lamp.id()));
            }
        }
    }

    private void kill(SimulatedLamp lamp) {
        lamp.kill();
        deeds.accept(new Deed.LampDied(lamp.id()));
    }

    private void replaceDeadLamps() {
        for (SimulatedLamp lamp : compound.lamps().values()) {
            if (lamp.isDead()) {
                lamp.replace();
                deeds.accept(new Deed.LampReplaced(lamp.id()));
            }
        }
    }
}
