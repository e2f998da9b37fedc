package org.menfang.sim.device;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.menfang.sim.time.Timeline;
import org.menfang.site.PinPlan;
import org.menfang.site.PointName;

/// Which device hangs on which line. A point that the site does not wire goes nowhere.
final class Wires {
    private final List<PinPlan> pins;
    private final SimulatedChip chip;
    private final Timeline timeline;

    Wires(List<PinPlan> pins, SimulatedChip chip, Timeline timeline) {
        this.pins = pins;
        this.chip = chip;
        this.timeline = timeline;
    }

    /// Brings an input of the gate to a state.
    void set(PointName input, boolean active) {
        pin(input).ifPresent(pin -> chip.line(pin.line()).set(active != pin.activeLow()));
    }

    /// Tells a device whether its output is energised, from now on. In virtual time no lock is
    /// pulsed: whatever drives the lines there has no beats.
    void onEnergised(PointName output, Consumer<Boolean> device) {
        pin(output).ifPresent(pin -> onEnergised(pin, device));
    }

    private void onEnergised(PinPlan pin, Consumer<Boolean> device) {
        SimulatedLine line = chip.line(pin.line());
        if (pin.drive() == PinPlan.Drive.PULSED && !timeline.isVirtual()) {
            PulseDetector detector = new PulseDetector(timeline, device);
            line.onDriven(high -> detector.onLevel(high != pin.activeLow()));
        } else {
            line.onDriven(high -> device.accept(high != pin.activeLow()));
        }
    }

    private Optional<PinPlan> pin(PointName point) {
        return pins.stream().filter(pin -> pin.point().equals(point)).findFirst();
    }
}
