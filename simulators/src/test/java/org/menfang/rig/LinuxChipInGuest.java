package org.menfang.rig;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.menfang.gate.gpio.LinuxGpioChip;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.sim.device.GpioChipContract;
import org.menfang.sim.rig.OutsideWires;

/// The chip of the kernel does what every chip does.
final class LinuxChipInGuest extends GpioChipContract {
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(2);

    private final OutsideWires wires = OutsideWires.ofThisGuest();
    private final LinuxGpioChip chip;

    LinuxChipInGuest() throws IOException {
        chip = LinuxGpioChip.open(Set.of(OutsideWires.LABEL), line -> "line " + line);
    }

    @BeforeEach
    void nobodyPulls() {
        for (int line = 0; line < OutsideWires.LINES; line++) {
            wires.pull(line, false);
        }
    }

    @AfterEach
    void close() throws IOException {
        chip.close();
    }

    @Override
    protected GpioChip chip() {
        return chip;
    }

    @Override
    protected void pull(int line, boolean high) {
        wires.pull(line, high);
    }

    @Override
    protected boolean isHigh(int line) {
        return wires.isHigh(line);
    }

    @Override
    protected boolean becomes(BooleanSupplier isSo) {
        long until = System.nanoTime() + WAIT.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return true;
    }
}
