package org.menfang.sim.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The faults that a simulation knows.
public enum FaultName {
    /// A gate loses its power between two effects, during its start, or three times in 10 s.
    POWER_CUT,
    /// A gate and its broker do not hear each other for a while.
    LINK_LOST;

    /// As people write it: `power-cut`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FaultName> of(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
    }
}
