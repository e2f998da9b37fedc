package org.menfang.sim.fault;

import java.time.Duration;
import org.menfang.gate.MonotonicTime;

/// Plans something again and again, each time after another while.
final class Recurring {
    private final Fault.Stage stage;
    private final Duration least;
    private final Duration most;
    private final Runnable act;
    private final MonotonicTime end;

    private Recurring(Fault.Stage stage, Duration least, Duration most, Runnable act) {
        this.stage = stage;
        this.least = least;
        this.most = most;
        this.act = act;
        end = stage.compound().timeline().now().plus(stage.lasts());
    }

    /// @param act begins the fault; what it plans must be over soon after the stage's time
    static void plan(Fault.Stage stage, Duration least, Duration most, Runnable act) {
        new Recurring(stage, least, most, act).next();
    }

    private void next() {
        var timeline = stage.compound().timeline();
        MonotonicTime when = timeline.now().plus(stage.chance().between(least, most));
        if (when.isBefore(end)) {
            timeline.at(
                    when,
                    () -> {
                        act.run();
                        next();
                    });
        }
    }
}
