package org.menfang.sim.device;

import java.util.function.Consumer;
import org.menfang.site.PointName;

/// An input that somebody or something else turns on and off: the fire contact, a panic button, an
/// intrusion detector.
public final class SimulatedSwitch {
    private final PointName point;
    private final Wires wires;
    private final Consumer<Boolean> alsoMoves;
    private boolean active;

    /// @param alsoMoves what its wiring moves past the gate
    SimulatedSwitch(PointName point, Wires wires, Consumer<Boolean> alsoMoves) {
        this.point = point;
        this.wires = wires;
        this.alsoMoves = alsoMoves;
        wires.set(point, false);
    }

    public String name() {
        return point.device();
    }

    public boolean isActive() {
        return active;
    }

    public void set(boolean on) {
        active = on;
        wires.set(point, on);
        alsoMoves.accept(on);
    }
}
