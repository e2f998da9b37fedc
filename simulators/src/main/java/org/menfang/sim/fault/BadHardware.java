package org.menfang.sim.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.device.SimulatedCamera;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.SimulatedDoor;
import org.menfang.sim.device.SimulatedLamp;
import org.menfang.sim.device.SimulatedReader;
import org.menfang.sim.device.SimulatedSwitch;
import org.menfang.sim.time.Chance;
import org.menfang.vocabulary.CameraId;

/// What hangs on a gate and goes wrong, and the fire that is none of its faults.
final class BadHardware {
    private static final Duration RATTLE_MIN = Duration.ofMillis(200);
    private static final Duration RATTLE_MAX = Duration.ofSeconds(20);
    private static final Duration READ_AFTER_READ_MIN = Duration.ofMillis(1);
    private static final Duration READ_AFTER_READ_MAX = Duration.ofMillis(25);
    private static final int FLOOD_READS_MIN = 100;
    private static final int FLOOD_READS_MAX = 3_000;

    private BadHardware() {}

    /// The contact of a door rattles, worn and in the wind.
    static Fault chatters() {
        return new AtGates(
                FaultName.CONTACT_CHATTERS,
                Rhythm.ofHours(1, 6, RATTLE_MAX, RATTLE_MAX),
                (stage, gate) -> {
                    Chance chance = stage.chance();
                    oneDoor(gate, chance).rattle(chance.between(RATTLE_MIN, RATTLE_MAX));
                    return () -> {};
                });
    }

    /// The contact of a door tells the same, whatever the door does.
    static Fault contactSticks() {
        return new AtGates(
                FaultName.CONTACT_STUCK,
                Rhythm.ofHours(1, 10, Duration.ofMinutes(1), Duration.ofHours(2)),
                (stage, gate) -> {
                    SimulatedDoor door = oneDoor(gate, stage.chance());
                    door.stickContact(stage.chance().percent(50));
                    return door::unstickContact;
                });
    }

    /// The relay of a lock or of a lamp stays as it is.
    static Fault relaySticks() {
        return new AtGates(
                FaultName.RELAY_STUCK,
                Rhythm.ofHours(1, 10, Duration.ofMinutes(1), Duration.ofHours(2)),
                (stage, gate) ->
                        stage.chance().percent(70)
                                ? stickLock(gate, stage.chance())
                                : stickLamp(gate, stage.chance()));
    }

    private static Runnable stickLock(GateHouse gate, Chance chance) {
        SimulatedDoor door = oneDoor(gate, chance);
        door.stickRelay();
        return door::unstickRelay;
    }

    private static Runnable stickLamp(GateHouse gate, Chance chance) {
        SimulatedLamp lamp = chance.oneOf(new ArrayList<>(gate.devices().lamps().values()));
        lamp.stickRelay();
        return lamp::unstickRelay;
    }

    /// A reader delivers noise.
    static Fault readerFloods() {
        return new AtGates(
                FaultName.READER_FLOOD,
                Rhythm.ofHours(1, 6, READ_AFTER_READ_MAX, Duration.ofMinutes(2)),
                (stage, gate) -> {
                    Chance chance = stage.chance();
                    SimulatedReader reader =
                            chance.oneOf(new ArrayList<>(gate.devices().readers().values()));
                    reader.flood(
                            chance.between(FLOOD_READS_MIN, FLOOD_READS_MAX),
                            chance.between(READ_AFTER_READ_MIN, READ_AFTER_READ_MAX));
                    return () -> {};
                });
    }

    /// A camera delivers nothing, or the same again and again.
    static Fault cameraFails() {
        return new AtGates(
                FaultName.CAMERA_LOST,
                Rhythm.ofHours(1, 8, Duration.ofSeconds(1), Duration.ofHours(3)),
                (stage, gate) -> {
                    Chance chance = stage.chance();
                    CameraId camera = chance.oneOf(List.copyOf(gate.devices().cameras().keySet()));
                    gate.cameraDoes(
                            camera,
                            chance.percent(50)
                                    ? SimulatedCamera.State.LOST
                                    : SimulatedCamera.State.FROZEN);
                    return () -> gate.cameraDoes(camera, SimulatedCamera.State.WORKING);
                });
    }

    /// The fire contact tells of a fire.
    static Fault fire() {
        return new AtGates(
                FaultName.FIRE,
                Rhythm.ofHours(2, 14, Duration.ofSeconds(30), Duration.ofMinutes(25)),
                (_, gate) -> burn(gate.devices()));
    }

    private static Runnable burn(SimulatedCompound devices) {
        @Nullable SimulatedSwitch contact = devices.fire();
        if (contact == null) {
            return () -> {};
        }
        contact.set(true);
        return () -> contact.set(false);
    }

    private static SimulatedDoor oneDoor(GateHouse gate, Chance chance) {
        return chance.oneOf(List.copyOf(gate.devices().doors().values()));
    }
}
