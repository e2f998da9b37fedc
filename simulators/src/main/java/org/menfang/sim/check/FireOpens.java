package org.menfang.sim.check;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.device.SimulatedDoor;
import org.menfang.sim.device.SimulatedSwitch;

/// While the fire contact is active no lock holds, whatever else is going on.
final class FireOpens implements Check {
    private final GateHouse gate;
    private final Excuses excuses;
    private @Nullable Instant since;

    FireOpens(GateHouse gate, Excuses excuses) {
        this.gate = gate;
        this.excuses = excuses;
    }

    @Override
    public String promise() {
        return "fire opens every door";
    }

    /// A strike without power is opened by its handle; who stands inside turns it.
    @Override
    public void onMinute(Instant now, Report report) {
        SimulatedSwitch fire = gate.devices().fire();
        boolean burns = fire != null && fire.isActive();
        boolean burntBefore = since != null;
        since = burns ? now : null;
        if (!burns || !burntBefore || excuses.mayBeDark(gate.id())) {
            return;
        }
        for (SimulatedDoor door : gate.devices().doors().values()) {
            if (door.lockHolds() && !excuses.mayBeStuck(gate.id())) {
                report.violated(now, door.id() + " is locked while it burns");
            }
        }
    }
}
