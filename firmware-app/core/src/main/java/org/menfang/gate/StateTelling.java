package org.menfang.gate;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.wire.GateState;

/// Tells the hub what the gate believes: at once when it changed, quick changes gathered into one,
/// and now and then though nothing changed.
final class StateTelling implements Timed {
    private final Supplier<Beliefs> beliefs;
    private final BiFunction<Beliefs, Moment, GateState> state;
    private @Nullable Beliefs told;
    private boolean linkUp;
    private boolean changePending;
    private MonotonicTime quietUntil = MonotonicTime.START;
    private MonotonicTime againAt = MonotonicTime.START;

    /// @param beliefs what the gate believes now
    /// @param state the same with all that goes with it
    StateTelling(Supplier<Beliefs> beliefs, BiFunction<Beliefs, Moment, GateState> state) {
        this.beliefs = beliefs;
        this.state = state;
    }

    /// The way to the hub is there: the next step tells all.
    void linkUp() {
        linkUp = true;
        told = null;
        quietUntil = MonotonicTime.START;
    }

    void linkLost() {
        linkUp = false;
        changePending = false;
    }

    /// Looks at what the step has changed.
    void settle(Turn turn) {
        if (!linkUp || changePending || beliefs.get().equals(told)) {
            return;
        }
        if (turn.isDue(quietUntil)) {
            tell(turn);
        } else {
            changePending = true;
        }
    }

    @Override
    public MonotonicTime wakeAt() {
        return linkUp ? nextAt() : MonotonicTime.NEVER;
    }

    @Override
    public void timeIsDue(Turn turn) {
        if (linkUp && turn.isDue(nextAt())) {
            tell(turn);
        }
    }

    private MonotonicTime nextAt() {
        return changePending ? quietUntil : againAt;
    }

    private void tell(Turn turn) {
        Beliefs now = beliefs.get();
        turn.ask(new Effect.PublishState(state.apply(now, turn.now())));
        told = now;
        changePending = false;
        quietUntil = turn.time().plus(Limits.STATE_GATHERED);
        againAt = turn.time().plus(Limits.STATE_INTERVAL);
    }
}
