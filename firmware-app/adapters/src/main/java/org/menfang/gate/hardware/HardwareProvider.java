package org.menfang.gate.hardware;

import java.io.IOException;
import java.nio.file.Path;
import org.menfang.site.Site;

/// Opens the hardware of one kind of board. Found by {@link java.util.ServiceLoader}; chosen by
/// name on the command line.
public interface HardwareProvider {
    /// The name to choose it by, such as `simulated`.
    String name();

    /// @param site what hangs on the board
    /// @param dataFolder where it may keep files of its own
    /// @throws IOException if the hardware is not there, or does not answer; the message says what
    ///   a person can do
    Hardware open(Site site, Path dataFolder) throws IOException;

    /// The same, for hardware that keeps keys.
    ///
    /// @param keys where it may keep them; unlike the data folder, this lasts
    default Hardware open(Site site, Path dataFolder, Path keys) throws IOException {
        return open(site, dataFolder);
    }
}
