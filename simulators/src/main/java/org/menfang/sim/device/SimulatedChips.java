package org.menfang.sim.device;

import java.util.Map;
import java.util.TreeMap;
import org.menfang.gate.i2c.I2cChips;
import org.menfang.sim.time.Timeline;
import org.menfang.site.BoardChip;
import org.menfang.site.PinPlan;
import org.menfang.site.Site;

/// All chips of a site: the board's own, those that add lines to it, and those that measure. The
/// latter have registers, which the gate's own drivers read.
final class SimulatedChips implements Wires.Ends {
    private final Site site;
    private final Map<String, SimulatedChip> lines = new TreeMap<>();
    private final Map<String, SimulatedConverter> converters = new TreeMap<>();

    SimulatedChips(Site site, Timeline timeline) {
        this.site = site;
        lines.put(PinPlan.BOARD, new SimulatedChip(timeline));
        for (BoardChip chip : site.wiring().chips()) {
            if (chip.kind().measures()) {
                converters.put(chip.name(), new SimulatedConverter(chip.kind()));
            } else {
                lines.put(chip.name(), new SimulatedChip(timeline));
            }
        }
    }

    @Override
    public SimulatedLine line(PinPlan pin) {
        return chip(pin.chip()).line(pin.line());
    }

    @Override
    public SimulatedConverter converter(PinPlan pin) {
        return converter(pin.chip());
    }

    private SimulatedConverter converter(String name) {
        SimulatedConverter converter = converters.get(name);
        if (converter == null) {
            throw new IllegalArgumentException("no chip that measures: " + name);
        }
        return converter;
    }

    SimulatedChip chip(String name) {
        SimulatedChip chip = lines.get(name);
        if (chip == null) {
            throw new IllegalArgumentException("no chip " + name);
        }
        return chip;
    }

    /// The chips as the gate sees them. Threads look at those that measure until they are closed.
    LookedAtChips look() {
        return new LookedAtChips(lines, I2cChips.measuring(site, chip -> converter(chip.name())));
    }

    void powerOff() {
        lines.values().forEach(SimulatedChip::powerOff);
    }
}
