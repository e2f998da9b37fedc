package org.menfang.sim.crash;

import java.io.IOException;
import java.nio.file.Path;

/// Looks at what a cut left, as a start of the program would, and then has the program serve again.
@FunctionalInterface
interface Inspection {
    /// @param folder a copy of the data folder; it is changed
    void inspect(Path folder, Acknowledged acknowledged, Finding finding)
            throws IOException, InterruptedException;
}
