package org.menfang.gate.port;

import org.menfang.gate.Effect;
import org.menfang.gate.Input;

/// Hears of broken invariants: faults of this software, not of the world around it. The loop goes
/// on; whoever listens reports them, and may end the program so that it starts afresh.
public interface Faults {
    /// The controller could not take an input.
    void stepBroke(Input input, RuntimeException fault);

    /// A port could not take an effect.
    void effectBroke(Effect effect, RuntimeException fault);
}
