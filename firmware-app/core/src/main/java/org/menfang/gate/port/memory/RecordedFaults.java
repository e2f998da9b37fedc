package org.menfang.gate.port.memory;

import java.util.ArrayList;
import java.util.List;
import org.menfang.gate.Effect;
import org.menfang.gate.Input;
import org.menfang.gate.port.Faults;

/// Keeps every fault, for somebody to look at.
public final class RecordedFaults implements Faults {
    private final List<Fault> all = new ArrayList<>();

    public RecordedFaults() {}

    /// @param during the input or the effect that could not be taken
    public record Fault(Object during, RuntimeException fault) {}

    @Override
    public void stepBroke(Input input, RuntimeException fault) {
        all.add(new Fault(input, fault));
    }

    @Override
    public void effectBroke(Effect effect, RuntimeException fault) {
        all.add(new Fault(effect, fault));
    }

    public List<Fault> all() {
        return List.copyOf(all);
    }
}
