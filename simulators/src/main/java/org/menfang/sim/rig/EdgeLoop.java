package org.menfang.sim.rig;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.menfang.gate.gpio.LinuxGpioChip;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.site.PinPlan;

/// A program of the guest: drives one line to what another one carries, edge by edge, through the
/// adapter that the gate uses, until it is killed.
public final class EdgeLoop {
    private EdgeLoop() {}

    /// @param arguments the line to listen to, and the line to drive
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (LinuxGpioChip chip =
                LinuxGpioChip.open(Set.of(OutsideWires.LABEL), line -> "line " + line)) {
            GpioChip.OutputLine out = chip.output(Integer.parseInt(arguments[1]), false);
            GpioChip.InputLine in =
                    chip.input(
                            Integer.parseInt(arguments[0]),
                            PinPlan.Pull.NONE,
                            Duration.ZERO,
                            out::drive);
            // An edge from before it listened is made good.
            out.drive(in.isHigh());
            new CountDownLatch(1).await();
        }
    }
}
