package org.menfang.sim.device;

import java.io.IOException;
import java.util.Map;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.gate.hardware.GpioChips;
import org.menfang.gate.i2c.I2cChips;

/// All chips of a site by their names. Threads look at those that measure until it is closed.
public final class LookedAtChips implements GpioChips, AutoCloseable {
    private final Map<String, SimulatedChip> lines;
    private final I2cChips measuring;

    LookedAtChips(Map<String, SimulatedChip> lines, I2cChips measuring) {
        this.lines = Map.copyOf(lines);
        this.measuring = measuring;
    }

    @Override
    public GpioChip chip(String name) throws IOException {
        GpioChip known = lines.get(name);
        return known == null ? measuring.chip(name) : known;
    }

    /// Whether every chip that measures is still looked at.
    public boolean areLive() {
        return measuring.areLive();
    }

    @Override
    public void close() {
        measuring.close();
    }
}
