package org.menfang.sim;

import java.nio.file.Path;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;

/// The example sites, for tests.
public final class Sites {
    private Sites() {}

    /// The compound of four doors with a clinic inside.
    public static Site clinic() {
        return read("clinic.yaml");
    }

    /// A lane for vehicles, with everything that is measured.
    public static Site barrier() {
        return read("barrier.yaml");
    }

    private static Site read(String name) {
        return switch (SiteFiles.check(Path.of("../edge-config/sites", name))) {
            case SiteCheck.Good good -> good.site();
            case SiteCheck.Bad bad -> throw new IllegalStateException(bad.faults().toString());
        };
    }
}
