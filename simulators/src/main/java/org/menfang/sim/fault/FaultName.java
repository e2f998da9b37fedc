package org.menfang.sim.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /// All of them, as people write them.
    public static String words() {
        return Arrays.stream(values()).map(FaultName::word).collect(Collectors.joining(", "));
    }

    public static Optional<FaultName> of(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
    }
}
