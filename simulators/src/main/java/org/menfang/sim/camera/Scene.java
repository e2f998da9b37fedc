package org.menfang.sim.camera;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.menfang.sim.device.Crowd;
import org.menfang.sim.device.SimulatedCamera;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.SimulatedDoor;
import org.menfang.sim.device.SimulatedLamp;
import org.menfang.site.Site;

/// What is before a camera at one moment.
///
/// @param seed makes each camera's background its own
/// @param time the time of day in the compound
/// @param daylight 0 at night, 1 by day, in between at dawn and dusk
/// @param doors the doors that the camera watches, from left to right
/// @param lamps the lamps in its picture, from left to right
record Scene(
        int seed,
        LocalDateTime time,
        double daylight,
        boolean fire,
        List<DoorSight> doors,
        List<LampSight> lamps) {
    private static final double DAWN_BEGINS = 5.4;
    private static final double DAWN_ENDS = 6.4;
    private static final double DUSK_BEGINS = 18.0;
    private static final double DUSK_ENDS = 19.0;
    private static final int LAMPS_MAX = 2;

    Scene {
        doors = List.copyOf(doors);
        lamps = List.copyOf(lamps);
    }

    /// @param opening 0 for closed, 1 for wide open
    /// @param locked whether its lock holds
    record DoorSight(double opening, boolean locked, List<PersonSight> people) {
        DoorSight {
            people = List.copyOf(people);
        }
    }

    /// @param brightness 0 for dark, 1 for full light
    record LampSight(double brightness) {}

    record PersonSight(Crowd.Look look, Crowd.Act act) {}

    /// Looks at the compound now; an act of its timeline must do this.
    static Scene of(SimulatedCamera camera, SimulatedCompound compound, LocalDateTime time) {
        List<DoorSight> doors =
                camera.plan().watches().stream()
                        .map(door -> sight(compound.door(door), compound.crowd()))
                        .toList();
        return new Scene(
                camera.id().value().hashCode(),
                time,
                daylight(time.toLocalTime()),
                compound.fire() != null && compound.fire().isActive(),
                doors,
                lampsNear(camera, compound));
    }

    private static DoorSight sight(SimulatedDoor door, Crowd crowd) {
        List<PersonSight> people =
                crowd.at(door.id()).stream()
                        .map(figure -> new PersonSight(figure.look(), figure.act()))
                        .toList();
        return new DoorSight(door.leaf().opening(), door.lockHolds(), people);
    }

    /// The lamps whose names share a word with a watched door's; the cameras share the others.
    private static List<LampSight> lampsNear(SimulatedCamera camera, SimulatedCompound compound) {
        Site site = compound.site();
        List<SimulatedLamp> all = List.copyOf(compound.lamps().values());
        List<SimulatedLamp> near =
                all.stream().filter(lamp -> isNear(camera, lamp, site)).limit(LAMPS_MAX).toList();
        return (near.isEmpty() ? all.stream().limit(LAMPS_MAX).toList() : near)
                .stream().map(lamp -> new LampSight(lamp.brightness())).toList();
    }

    private static boolean isNear(SimulatedCamera camera, SimulatedLamp lamp, Site site) {
        String words = lamp.plan().id() + " " + lamp.plan().name();
        return camera.plan().watches().stream()
                .flatMap(door -> site.door(door).stream())
                .flatMap(door ->
                        Arrays.stream(
                                (door.id() + "-" + door.name().replaceAll("(.)", "$1-"))
                                        .toLowerCase(Locale.ROOT)
                                        .split("-", -1)))
                .filter(word -> !word.isBlank() && !COMMON_WORDS.contains(word))
                .anyMatch(words::contains);
    }

    private static final List<String> COMMON_WORDS = List.of("门", "gate", "door");

    /// The light of the sky on a day in autumn; a picture needs no almanac.
    static double daylight(LocalTime time) {
        double hour = time.toSecondOfDay() / 3600.0;
        double dawn = (hour - DAWN_BEGINS) / (DAWN_ENDS - DAWN_BEGINS);
        double dusk = (DUSK_ENDS - hour) / (DUSK_ENDS - DUSK_BEGINS);
        return Math.clamp(Math.min(dawn, dusk), 0, 1);
    }
}
