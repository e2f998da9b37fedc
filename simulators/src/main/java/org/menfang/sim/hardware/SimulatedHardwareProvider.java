package org.menfang.sim.hardware;

import java.nio.file.Path;
import org.menfang.gate.hardware.Hardware;
import org.menfang.gate.hardware.HardwareProvider;
import org.menfang.site.Site;

/// Opens the simulated hardware, which is chosen by the name `simulated`.
///
/// {@link SimulationOptions} names the system properties that it obeys.
public final class SimulatedHardwareProvider implements HardwareProvider {
    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public Hardware open(Site site, Path dataFolder) {
        return SimulatedHardware.open(site, dataFolder, SimulationOptions.fromSystemProperties());
    }
}
