package org.menfang.sim.device;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.menfang.sim.time.Timeline;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;
import org.menfang.site.Site;

/// Which device hangs on which line of which chip. A point that the site does not wire goes
/// nowhere.
final class Wires {
    private final Site site;
    private final SimulatedChips chips;
    private final Timeline timeline;
    private final Map<PointName, SimulatedWire> inputs = new HashMap<>();

    Wires(Site site, SimulatedChips chips, Timeline timeline) {
        this.site = site;
        this.chips = chips;
        this.timeline = timeline;
    }

    /// Where the gate's end of a wire is.
    interface Ends {
        SimulatedLine line(PinPlan pin);

        SimulatedConverter converter(PinPlan pin);
    }

    /// Brings an input of the gate to a state.
    void set(PointName input, boolean active) {
        wire(input).ifPresent(wire -> wire.set(active));
    }

    /// The wires of an input.
    Optional<SimulatedWire> wire(PointName input) {
        return pin(input)
                .filter(pin -> !pin.point().role().isOutput())
                .map(pin -> inputs.computeIfAbsent(input, _ -> new SimulatedWire(pin, chips)));
    }

    /// Tells a device whether its output is energised, from now on. In virtual time no lock is
    /// pulsed: whatever drives the lines there has no beats.
    void onEnergised(PointName output, Consumer<Boolean> device) {
        pin(output).ifPresent(pin -> onEnergised(pin, device));
    }

    private void onEnergised(PinPlan pin, Consumer<Boolean> device) {
        SimulatedLine line = chips.line(pin);
        if (pin.drive() == PinPlan.Drive.PULSED && !timeline.isVirtual()) {
            PulseDetector detector = new PulseDetector(timeline, device);
            line.onDriven(high -> detector.onLevel(high != pin.activeLow()));
        } else {
            line.onDriven(high -> device.accept(high != pin.activeLow()));
        }
    }

    private Optional<PinPlan> pin(PointName point) {
        return site.pins().stream().filter(pin -> pin.point().equals(point)).findFirst();
    }
}
