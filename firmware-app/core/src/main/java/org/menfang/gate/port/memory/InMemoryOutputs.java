package org.menfang.gate.port.memory;

import java.util.Optional;
import java.util.TreeMap;
import org.menfang.gate.port.Outputs;
import org.menfang.site.PointName;

/// Outputs that only remember what they were told.
public final class InMemoryOutputs implements Outputs {
    private final TreeMap<PointName, Boolean> energised = new TreeMap<>();

    public InMemoryOutputs() {}

    @Override
    public void energise(PointName output, boolean energised) {
        this.energised.put(output, energised);
    }

    /// Whether an output is energised; empty if it was never driven.
    public Optional<Boolean> isEnergised(PointName output) {
        return Optional.ofNullable(energised.get(output));
    }
}
