package org.menfang.sim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;

/// The site file of the example compound, which comes with the source tree.
final class ExampleSite {
    private static final String FILE = "edge-config/sites/clinic.yaml";

    private ExampleSite() {}

    static Site load() throws IOException {
        return switch (SiteFiles.check(file())) {
            case SiteCheck.Good good -> good.site();
            case SiteCheck.Bad bad -> throw new IOException(FILE + ": " + bad.faults());
        };
    }

    /// Looks where the launcher says, and otherwise from the working folder upwards.
    static Path file() throws IOException {
        String home = System.getProperty("menfang.home");
        for (Path folder = Path.of(home == null ? "" : home).toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            Path file = folder.resolve(FILE);
            if (Files.isReadable(file)) {
                return file;
            }
        }
        throw new IOException(FILE + " is not there; start from the source tree, by ./menfang");
    }
}
