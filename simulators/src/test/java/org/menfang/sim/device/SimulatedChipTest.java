package org.menfang.sim.device;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.sim.time.Timeline;

/// The simulated chip in virtual time.
final class SimulatedChipTest extends GpioChipContract {
    private final Timeline timeline = Timeline.virtual();
    private final SimulatedChip chip = new SimulatedChip(timeline);

    @Override
    protected GpioChip chip() {
        return chip;
    }

    @Override
    protected void pull(int line, boolean high) {
        chip.line(line).set(high);
    }

    @Override
    protected boolean isHigh(int line) {
        return chip.line(line).isHigh();
    }

    @Override
    protected boolean becomes(BooleanSupplier isSo) {
        timeline.runFor(Duration.ofSeconds(1));
        return isSo.getAsBoolean();
    }
}
