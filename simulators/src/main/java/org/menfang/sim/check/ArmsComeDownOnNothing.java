package org.menfang.sim.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.device.SimulatedDoor;

/// The arm of a barrier never comes down on a vehicle. It is watched at the arm itself, whatever
/// the gate believes; there is no excuse but a relay that does not move, against which only the
/// drive's own edge helps.
public final class ArmsComeDownOnNothing implements Check {
    private final List<String> struck = new ArrayList<>();

    ArmsComeDownOnNothing(GateHouse gate) {
        for (SimulatedDoor door : gate.devices().doors().values()) {
            door.lane().ifPresent(lane -> lane.onStruck(() -> strike(door)));
        }
    }

    private void strike(SimulatedDoor barrier) {
        if (!barrier.isRelayStuck()) {
            struck.add("the arm of " + barrier.id() + " came down on a vehicle");
        }
    }

    @Override
    public String promise() {
        return "the arm of a barrier comes down on no vehicle";
    }

    @Override
    public void onMinute(Instant now, Report report) {
        struck.forEach(what -> report.violated(now, what));
        struck.clear();
    }

    @Override
    public void onEnd(Instant now, Report report) {
        onMinute(now, report);
    }
}
