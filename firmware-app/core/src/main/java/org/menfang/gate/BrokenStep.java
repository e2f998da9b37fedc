package org.menfang.gate;

import java.util.List;

/// A step that broke an invariant. What it had asked for before it broke still has to be carried
/// out: the controller already believes it, and a sequence once given out must not be missing.
public final class BrokenStep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Input input;
    private final transient List<Effect> effects;

    BrokenStep(Input input, List<Effect> effects, RuntimeException cause) {
        super("the step for " + input.getClass().getSimpleName() + " broke", cause);
        this.input = input;
        this.effects = effects;
    }

    public Input input() {
        return input;
    }

    /// What was asked for before it broke, in order.
    public List<Effect> effects() {
        return effects;
    }
}
