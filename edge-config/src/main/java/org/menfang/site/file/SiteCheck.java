package org.menfang.site.file;

import java.util.List;
import org.menfang.site.Site;

/// What came of checking a site file.
public sealed interface SiteCheck {
    record Good(Site site) implements SiteCheck {}

    /// @param faults every fault, in the order of the file; at least one
    record Bad(List<SiteFault> faults) implements SiteCheck {
        public Bad {
            faults = List.copyOf(faults);
        }
    }
}
