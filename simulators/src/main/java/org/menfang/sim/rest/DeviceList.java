package org.menfang.sim.rest;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.ReaderFeedback;
import org.menfang.sim.device.SimulatedCamera;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.SimulatedDoor;
import org.menfang.sim.device.WireDamage;
import org.menfang.sim.time.SimulationClock;
import org.menfang.site.PinPlan;

/// All devices and how they are now, as they really are.
///
/// @param time the time of day in the compound
/// @param speed how many seconds of the day pass in one second
/// @param faults how many acts of the simulation have failed; more than 0 is a bug
record DeviceList(
        String time,
        double speed,
        long faults,
        List<DoorState> doors,
        List<ReaderState> readers,
        List<String> exits,
        List<LampState> lamps,
        List<CameraState> cameras,
        List<SwitchState> alarmInputs,
        @Nullable Boolean fire,
        List<LaneState> lanes,
        List<SirenState> sirens,
        @Nullable Boolean photocellFindsDark,
        @Nullable Boolean mains,
        List<WireState> damagedWires) {
    /// @param openPercent 0 for closed, 100 for wide open
    /// @param locked whether the lock holds
    /// @param secured whether nobody can push it open
    record DoorState(String id, int openPercent, boolean locked, boolean secured, int people) {}

    /// @param keypad whether it has one
    /// @param codes whether it reads codes and tags
    record ReaderState(
            String id, String format, boolean keypad, boolean codes, ReaderFeedback shows) {}

    record LampState(String id, boolean on, boolean burning, boolean lineCut, boolean dead) {}

    record CameraState(String id, SimulatedCamera.State state) {}

    /// @param occupied whether a vehicle is under the arm, or on the loop before it
    record LaneState(String id, int armPercent, boolean occupied) {}

    record SirenState(String id, boolean sounds, boolean lit) {}

    record WireState(String input, WireDamage damage) {}

    record SwitchState(String id, boolean active) {}

    static DeviceList of(SimulatedCompound compound, SimulationClock clock, long faults) {
        return new DeviceList(
                ZonedDateTime.ofInstant(clock.world(), compound.site().zone()).toString(),
                clock.speed(),
                faults,
                doors(compound),
                compound.readers().values().stream()
                        .map(reader ->
                                new ReaderState(
                                        reader.id().value(),
                                        reader.plan().format().name(),
                                        reader.plan().keypad(),
                                        reader.plan().codes(),
                                        reader.shown()))
                        .toList(),
                compound.exits().keySet().stream().map(Object::toString).toList(),
                lamps(compound),
                compound.cameras().values().stream()
                        .map(camera -> new CameraState(camera.id().value(), camera.state()))
                        .toList(),
                compound.alarmInputs().values().stream()
                        .map(input -> new SwitchState(input.name(), input.isActive()))
                        .toList(),
                compound.fire() == null ? null : compound.fire().isActive(),
                lanes(compound),
                compound.sirens().values().stream()
                        .map(siren ->
                                new SirenState(siren.id().value(), siren.sounds(), siren.isLit()))
                        .toList(),
                compound.photocell() == null ? null : compound.photocell().findsDark(),
                compound.supply().isWatched() ? compound.supply().hasMains() : null,
                damagedWires(compound));
    }

    private static List<LaneState> lanes(SimulatedCompound compound) {
        return compound.doors().values().stream()
                .flatMap(door ->
                        door
                                .lane()
                                .map(lane ->
                                        new LaneState(
                                                door.id().value(),
                                                percent(door),
                                                lane.isOccupied()))
                                .stream())
                .toList();
    }

    private static int percent(SimulatedDoor door) {
        return (int) Math.ceil(door.leaf().opening() * 100);
    }

    private static List<WireState> damagedWires(SimulatedCompound compound) {
        return compound.site().pins().stream()
                .map(PinPlan::point)
                .map(point -> new WireState(point.toString(), compound.damage(point)))
                .filter(wire -> wire.damage() != WireDamage.NONE)
                .toList();
    }

    private static List<DoorState> doors(SimulatedCompound compound) {
        return compound.doors().values().stream()
                .map(door ->
                        new DoorState(
                                door.id().value(),
                                percent(door),
                                door.lockHolds(),
                                door.isSecured(),
                                compound.crowd().at(door.id()).size()))
                .toList();
    }

    private static List<LampState> lamps(SimulatedCompound compound) {
        return compound.lamps().values().stream()
                .map(lamp ->
                        new LampState(
                                lamp.id().value(),
                                lamp.isEnergised(),
                                lamp.isBurning(),
                                lamp.isLineCut(),
                                lamp.isDead()))
                .toList();
    }
}
