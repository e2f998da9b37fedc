package org.menfang.gate.app;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.menfang.gate.Effect;
import org.menfang.gate.Input;
import org.menfang.gate.port.Faults;

/// Faults of this software, told and counted. One bad input does not stop a gate; many in a short
/// time mean that what it believes is broken, and that it has to start afresh.
final class CountedFaults implements Faults {
    /// So many faults within {@link #WINDOW} are too many.
    static final int FAULTS_MAX = 10;

    static final Duration WINDOW = Duration.ofMinutes(1);

    private final Teller teller;
    private final LongSupplier nanoTime;
    private final Runnable whenTooMany;
    private final Deque<Long> times = new ArrayDeque<>();

    /// @param whenTooMany called on the thread that meets one fault too many
    CountedFaults(Teller teller, LongSupplier nanoTime, Runnable whenTooMany) {
        this.teller = teller;
        this.nanoTime = nanoTime;
        this.whenTooMany = whenTooMany;
    }

    @Override
    public void stepBroke(Input input, RuntimeException fault) {
        met("deciding on " + input.getClass().getSimpleName() + " broke", fault);
    }

    @Override
    public void effectBroke(Effect effect, RuntimeException fault) {
        met("performing " + effect.getClass().getSimpleName() + " broke", fault);
    }

    private void met(String what, RuntimeException fault) {
        teller.tell(Level.ERROR, what, fault);
        long now = nanoTime.getAsLong();
        times.addLast(now);
        while (now - times.getFirst() > WINDOW.toNanos()) {
            times.removeFirst();
        }
        if (times.size() >= FAULTS_MAX) {
            times.clear();
            whenTooMany.run();
        }
    }
}
