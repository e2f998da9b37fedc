package org.menfang.site.file;

import java.util.List;
import java.util.Optional;
import org.menfang.site.Site;

/// Which site a gate starts with.
public sealed interface SiteLoad {
    /// The file is good.
    ///
    /// @param notKept why no copy of it could be kept for a worse day; empty if one is kept
    record Fresh(Site site, Optional<String> notKept) implements SiteLoad {}

    /// The file is bad; the gate runs with the last one that was good.
    ///
    /// @param faults every fault of the file, in its order; at least one
    record LastGood(Site site, List<SiteFault> faults) implements SiteLoad {
        public LastGood {
            faults = List.copyOf(faults);
        }
    }

    /// The file is bad, and there is no good one to fall back to.
    ///
    /// @param faults every fault of the file, in its order; at least one
    record None(List<SiteFault> faults) implements SiteLoad {
        public None {
            faults = List.copyOf(faults);
        }
    }
}
