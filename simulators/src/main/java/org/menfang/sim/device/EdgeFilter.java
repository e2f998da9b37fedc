package org.menfang.sim.device;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.hardware.GpioChip;
import org.menfang.sim.time.Timeline;

/// Lets a change of level count once it has been still for a while, as the kernel does it.
final class EdgeFilter {
    /// The gate looks at all its inputs again so often, and then finds what no edge has told.
    static final Duration LOOKED_AT_AGAIN = Duration.ofSeconds(1);

    private final Timeline timeline;
    private final Duration debounce;
    private final GpioChip.EdgeListener listener;
    private volatile boolean reported;
    private Timeline.@Nullable Planned pending;
    private boolean losesNext;

    EdgeFilter(
            Timeline timeline, Duration debounce, boolean level, GpioChip.EdgeListener listener) {
        this.timeline = timeline;
        this.debounce = debounce;
        this.listener = listener;
        reported = level;
    }

    /// The level that counts now.
    boolean level() {
        return reported;
    }

    /// The next change that counts is told to nobody.
    void loseNext() {
        losesNext = true;
    }

    void onLevel(boolean level) {
        if (pending != null) {
            pending.cancel();
            pending = null;
        }
        if (level == reported) {
            return;
        }
        if (debounce.isZero()) {
            report(level);
        } else {
            pending = timeline.after(debounce, () -> report(level));
        }
    }

    private void report(boolean level) {
        pending = null;
        reported = level;
        if (losesNext) {
            losesNext = false;
            timeline.after(LOOKED_AT_AGAIN, () -> listener.onEdge(reported));
        } else {
            listener.onEdge(level);
        }
    }
}
