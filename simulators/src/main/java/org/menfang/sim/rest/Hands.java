package org.menfang.sim.rest;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.json.JsonTree;
import org.menfang.sim.device.SimulatedCamera;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.SimulatedDoor;
import org.menfang.sim.device.SimulatedLamp;
import org.menfang.sim.device.SimulatedLane;
import org.menfang.sim.device.SimulatedPhotocell;
import org.menfang.sim.device.SimulatedRex;
import org.menfang.sim.device.SimulatedSupply;
import org.menfang.sim.device.SimulatedSwitch;
import org.menfang.sim.device.WireDamage;
import org.menfang.site.PinPlan;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.LampId;

/// Hands that act on the devices for somebody outside the simulation. Acts of the timeline use it.
final class Hands {
    private static final Duration WALKS_THROUGH = Duration.ofSeconds(2);
    private static final Duration STAYS_IN_BROKEN_DOOR = Duration.ofSeconds(3);
    private static final long RATTLE_MILLIS_MAX = 60_000;

    private final SimulatedCompound compound;
    private final Map<DoorId, SimulatedDoor.Grip> held = new TreeMap<>();
    private final Map<DoorId, SimulatedLane.Vehicle> cars = new TreeMap<>();

    Hands(SimulatedCompound compound) {
        this.compound = compound;
    }

    Reply onExit(String name, String act) {
        SimulatedRex exit = found(compound.exits().get(new AccessPointId(name)), "exit", name);
        if (!act.equals("press")) {
            throw noAct(act, "press");
        }
        exit.press();
        return Reply.done("pressed " + name);
    }

    Reply onDoor(String name, String act, JsonTree body) {
        SimulatedDoor door = found(compound.doors().get(new DoorId(name)), "door", name);
        switch (act) {
            case "open" -> letGoAfter(WALKS_THROUGH, pushed(door));
            case "hold" -> keep(door, pushed(door));
            case "force" -> letGoAfter(STAYS_IN_BROKEN_DOOR, door.force());
            case "close" -> release(door);
            case "rattle" -> door.rattle(rattle(Bodies.read(body, Bodies.RattleBody.class)));
            default -> throw noAct(act, "open, hold, force, close, rattle");
        }
        return Reply.done(act + " " + name);
    }

    private static SimulatedDoor.Grip pushed(SimulatedDoor door) {
        return door.push()
                .orElseThrow(() ->
                        new Refusal(
                                Reply.CONFLICT,
                                door.id() + " is secured: it does not move. Try force"));
    }

    private void letGoAfter(Duration delay, SimulatedDoor.Grip grip) {
        compound.timeline().after(delay, grip::letGo);
    }

    private void keep(SimulatedDoor door, SimulatedDoor.Grip grip) {
        SimulatedDoor.Grip before = held.put(door.id(), grip);
        if (before != null) {
            before.letGo();
        }
    }

    private void release(SimulatedDoor door) {
        SimulatedDoor.Grip grip = held.remove(door.id());
        if (grip == null) {
            throw new Refusal(Reply.CONFLICT, door.id() + " is not held by you; its closer pulls");
        }
        grip.letGo();
    }

    private static Duration rattle(Bodies.RattleBody body) {
        long millis = Objects.requireNonNullElse(body.millis(), 200L);
        return Duration.ofMillis(checked("millis", millis, RATTLE_MILLIS_MAX));
    }

    Reply onFire(String act) {
        onSwitch(found(compound.fire(), "fire contact", "fire"), act);
        return Reply.done("fire " + act);
    }

    Reply onAlarmInput(String name, String act) {
        AlarmInputId id = new AlarmInputId(name);
        onSwitch(found(compound.alarmInputs().get(id), "alarm input", name), act);
        return Reply.done(name + " " + act);
    }

    private static void onSwitch(SimulatedSwitch target, String act) {
        switch (act) {
            case "on" -> target.set(true);
            case "off" -> target.set(false);
            default -> throw noAct(act, "on, off");
        }
    }

    Reply onLamp(String name, String act) {
        SimulatedLamp lamp = found(compound.lamps().get(new LampId(name)), "lamp", name);
        switch (act) {
            case "cut" -> lamp.cutLine();
            case "mend" -> lamp.mendLine();
            case "kill" -> lamp.kill();
            case "replace" -> lamp.replace();
            default -> throw noAct(act, "cut, mend, kill, replace");
        }
        return Reply.done(act + " " + name);
    }

    Reply onLane(String name, String act) {
        SimulatedDoor door = found(compound.doors().get(new DoorId(name)), "door", name);
        SimulatedLane lane = found(door.lane().orElse(null), "barrier", name);
        switch (act) {
            case "come" -> come(door.id(), lane);
            case "go" -> go(door.id());
            default -> throw noAct(act, "come, go");
        }
        return Reply.done(act + " " + name);
    }

    private void come(DoorId barrier, SimulatedLane lane) {
        if (!lane.isTempting()) {
            throw new Refusal(
                    Reply.CONFLICT, "the arm of " + barrier + " is down: the car waits before it");
        }
        if (cars.containsKey(barrier)) {
            throw new Refusal(Reply.CONFLICT, "there is a car under " + barrier + " already");
        }
        cars.put(barrier, lane.comes());
    }

    private void go(DoorId barrier) {
        SimulatedLane.Vehicle car = cars.remove(barrier);
        if (car == null) {
            throw new Refusal(Reply.CONFLICT, "there is no car under " + barrier);
        }
        car.drivesOff();
    }

    Reply onWire(String name, String act) {
        PinPlan pin =
                compound.site().pins().stream()
                        .filter(each -> each.point().toString().equals(name))
                        .filter(each -> !each.point().role().isOutput())
                        .findFirst()
                        .orElse(null);
        compound.damage(
                found(pin, "input", name).point(),
                switch (act) {
                    case "cut" -> WireDamage.CUT;
                    case "short" -> WireDamage.SHORT;
                    case "mend" -> WireDamage.NONE;
                    default -> throw noAct(act, "cut, short, mend");
                });
        return Reply.done(act + " " + name);
    }

    Reply onSky(String act) {
        found(compound.photocell(), "photocell", "photocell")
                .sky(
                        switch (act) {
                            case "storm" -> SimulatedPhotocell.Sky.STORM;
                            case "torch" -> SimulatedPhotocell.Sky.TORCH;
                            case "clear" -> SimulatedPhotocell.Sky.CLEAR;
                            default -> throw noAct(act, "storm, torch, clear");
                        });
        return Reply.done("sky " + act);
    }

    Reply onMains(String act) {
        SimulatedSupply supply = compound.supply();
        if (!supply.isWatched()) {
            throw new Refusal(Reply.NOT_FOUND, "no alarm input tells that the mains are gone");
        }
        switch (act) {
            case "off" -> supply.mains(false);
            case "on" -> supply.mains(true);
            default -> throw noAct(act, "off, on");
        }
        return Reply.done("mains " + act);
    }

    Reply onCamera(String name, String act) {
        SimulatedCamera camera = found(compound.cameras().get(new CameraId(name)), "camera", name);
        camera.set(
                switch (act) {
                    case "lose" -> SimulatedCamera.State.LOST;
                    case "freeze" -> SimulatedCamera.State.FROZEN;
                    case "garble" -> SimulatedCamera.State.GARBLED;
                    case "restore" -> SimulatedCamera.State.WORKING;
                    default -> throw noAct(act, "lose, freeze, garble, restore");
                });
        return Reply.done(act + " " + name);
    }

    static <T> T found(@Nullable T thing, String kind, String name) {
        if (thing == null) {
            throw new Refusal(Reply.NOT_FOUND, "no " + kind + " named " + name);
        }
        return thing;
    }

    static Refusal noAct(String act, String known) {
        return new Refusal(Reply.NOT_FOUND, "no act \"" + act + "\"; there are: " + known);
    }

    static long checked(String name, long value, long most) {
        if (value < 1 || value > most) {
            throw new Refusal(Reply.BAD, name + " lies between 1 and " + most);
        }
        return value;
    }
}
