package org.menfang.sim.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.SimulatedDoor;
import org.menfang.sim.device.SimulatedLane;
import org.menfang.sim.device.SimulatedRex;
import org.menfang.sim.time.Chance;
import org.menfang.sim.time.Timeline;
import org.menfang.site.AccessPointPlan;
import org.menfang.vocabulary.DoorId;

/// The vehicles that come to the barriers of a gate. Most drive through; some stop under the arm,
/// some have another one close behind them, and some turn back.
public final class Traffic {
    private static final Duration APART_MIN = Duration.ofMinutes(4);
    private static final Duration APART_MAX = Duration.ofMinutes(90);
    private static final Duration LOOKS_AGAIN = Duration.ofMillis(250);
    private static final int LOOKS_MAX = 120;
    private static final Duration DRIVES_THROUGH_MIN = Duration.ofSeconds(2);
    private static final Duration DRIVES_THROUGH_MAX = Duration.ofSeconds(5);
    private static final Duration STOPS_MAX = Duration.ofMinutes(1);
    private static final Duration BREAKS_DOWN_MAX = Duration.ofMinutes(5);
    private static final Duration BEHIND_MAX = Duration.ofSeconds(12);

    private final Timeline timeline;
    private final Chance chance;
    private final List<Way> ways = new ArrayList<>();

    /// @param button raises the arm
    private record Way(SimulatedLane lane, SimulatedRex button) {}

    public Traffic(SimulatedCompound compound, Chance chance) {
        timeline = compound.timeline();
        this.chance = chance;
        for (SimulatedDoor door : compound.doors().values()) {
            door.lane().ifPresent(lane -> ways.add(new Way(lane, button(compound, door.id()))));
        }
    }

    private static SimulatedRex button(SimulatedCompound compound, DoorId barrier) {
        return compound.site().accessPoints().stream()
                .filter(point -> point.isRex() && point.door().equals(barrier))
                .map(AccessPointPlan::id)
                .map(compound.exits()::get)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no button at " + barrier));
    }

    /// From now on vehicles come.
    public void begin() {
        ways.forEach(this::planNext);
    }

    private void planNext(Way way) {
        timeline.after(
                chance.between(APART_MIN, APART_MAX),
                () -> {
                    comes(way);
                    planNext(way);
                });
    }

    private void comes(Way way) {
        way.button().press();
        if (!chance.percent(10)) {
            waits(way, LOOKS_MAX);
        }
    }

    /// Waits until the arm is upright; turns back in the end.
    private void waits(Way way, int looks) {
        if (way.lane().isUpright()) {
            drives(way, stays());
        } else if (looks > 0) {
            timeline.after(LOOKS_AGAIN, () -> waits(way, looks - 1));
        }
    }

    private Duration stays() {
        int luck = chance.below(100);
        Duration most = luck < 70 ? DRIVES_THROUGH_MAX : luck < 90 ? STOPS_MAX : BREAKS_DOWN_MAX;
        return chance.between(DRIVES_THROUGH_MIN, most);
    }

    private void drives(Way way, Duration stays) {
        SimulatedLane.Vehicle vehicle = way.lane().comes();
        timeline.after(
                stays,
                () -> {
                    vehicle.drivesOff();
                    if (chance.percent(50)) {
                        timeline.after(
                                chance.between(Duration.ZERO, BEHIND_MAX), () -> follows(way));
                    }
                });
    }

    /// Whoever is close behind drives as long as the arm is high enough, without asking.
    private void follows(Way way) {
        if (way.lane().isTempting()) {
            drives(way, stays());
        }
    }
}
