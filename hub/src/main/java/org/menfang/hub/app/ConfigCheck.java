package org.menfang.hub.app;

import java.util.List;

/// What came of reading a configuration file.
sealed interface ConfigCheck {
    record Good(HubConfig config) implements ConfigCheck {}

    /// @param faults every fault, in the order of the file; at least one
    record Bad(List<ConfigFault> faults) implements ConfigCheck {
        public Bad {
            faults = List.copyOf(faults);
        }
    }
}
