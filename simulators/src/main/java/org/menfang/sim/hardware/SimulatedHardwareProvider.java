package org.menfang.sim.hardware;

import java.io.IOException;
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
    public Hardware open(Site site, Path dataFolder) throws IOException {
        return SimulatedHardware.open(site, dataFolder, options());
    }

    private static SimulationOptions options() throws IOException {
        try {
            return SimulationOptions.fromSystemProperties();
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
