package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.device.SimulatedDoor;
import org.menfang.sim.device.SimulatedLane;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;

/// A lock is released for those who were let through, and then holds again; unless the door's mode,
/// or fire, says otherwise.
final class LocksRest implements Check {
    /// Longer than any release and any open leaf that is not held: 20 s and 60 s in the example.
    private static final Duration RELEASED_MAX = Duration.ofMinutes(3);

    private final GateHouse gate;
    private final Excuses excuses;
    private final Map<DoorId, Instant> lastReason = new TreeMap<>();
    private final Map<DoorId, DoorMode> modes = new TreeMap<>();
    private final Set<AlarmId> fires = new HashSet<>();

    LocksRest(GateHouse gate, Excuses excuses) {
        this.gate = gate;
        this.excuses = excuses;
    }

    @Override
    public String promise() {
        return "no lock stays released for longer than allowed";
    }

    @Override
    public void onDurable(Instant now, Event event, String text, Report report) {
        EventBody body = event.body();
        if (body instanceof EventBody.AccessGranted granted) {
            lastReason.put(granted.door(), now);
        } else if (body instanceof EventBody.ExitRequested exit) {
            lastReason.put(exit.door(), now);
        } else if (body instanceof EventBody.AccessGrantedByOperator granted) {
            lastReason.put(granted.door(), now);
        } else if (body instanceof EventBody.DoorModeChanged changed) {
            modes.put(changed.door(), changed.mode());
            lastReason.put(changed.door(), now);
        } else if (body instanceof EventBody.AlarmRaised raised
                && raised.kind() == AlarmKind.FIRE) {
            fires.add(raised.alarm());
        } else if (body instanceof EventBody.AlarmReset reset && fires.remove(reset.alarm())) {
            gate.devices().doors().keySet().forEach(door -> lastReason.put(door, now));
        }
    }

    @Override
    public void onMinute(Instant now, Report report) {
        boolean excused =
                !fires.isEmpty()
                        || excuses.mayBeDark(gate.id())
                        || excuses.mayNotWrite(gate.id())
                        || excuses.mayBeStuck(gate.id());
        for (SimulatedDoor door : gate.devices().doors().values()) {
            if (door.lane().filter(LocksRest::keepsItUp).isPresent()) {
                lastReason.put(door.id(), now);
            }
            Instant reason = lastReason.computeIfAbsent(door.id(), _ -> now);
            if (door.lockHolds() || excused || standsReleased(door.id())) {
                continue;
            }
            if (now.isAfter(reason.plus(RELEASED_MAX))) {
                report.violated(now, door.id() + " has been released since " + reason);
            }
        }
    }

    /// The arm of a barrier stays up as long as its loop tells of something.
    private static boolean keepsItUp(SimulatedLane lane) {
        return lane.isOccupied() || lane.isDetectorBroken();
    }

    private boolean standsReleased(DoorId door) {
        return switch (modes.getOrDefault(door, DoorMode.LOCKED)) {
            case UNLOCKED, LOCKED_OPEN -> true;
            case LOCKED, ACCESSED, BLOCKED, LOCKED_DOWN -> false;
        };
    }
}
