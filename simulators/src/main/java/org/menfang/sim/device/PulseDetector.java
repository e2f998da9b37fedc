package org.menfang.sim.device;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.time.Timeline;

/// The circuit between a pulsed line and its relay: it passes energy on while the line changes its
/// level again and again, and lets go soon after it stands still, at whatever level.
final class PulseDetector {
    /// For how long its charge lasts.
    static final Duration LETS_GO_AFTER = Duration.ofMillis(100);

    /// How many changes in a row charge it.
    static final int CHANGES_MIN = 3;

    private final Timeline timeline;
    private final Consumer<Boolean> relay;
    private boolean high;
    private int changes;
    private Timeline.@Nullable Planned lettingGo;

    PulseDetector(Timeline timeline, Consumer<Boolean> relay) {
        this.timeline = timeline;
        this.relay = relay;
    }

    void onLevel(boolean level) {
        if (level == high) {
            return;
        }
        high = level;
        if (lettingGo != null) {
            lettingGo.cancel();
        }
        lettingGo = timeline.after(LETS_GO_AFTER, this::letGo);
        changes++;
        if (changes == CHANGES_MIN) {
            relay.accept(true);
        }
    }

    private void letGo() {
        boolean wasCharged = changes >= CHANGES_MIN;
        changes = 0;
        lettingGo = null;
        if (wasCharged) {
            relay.accept(false);
        }
    }
}
