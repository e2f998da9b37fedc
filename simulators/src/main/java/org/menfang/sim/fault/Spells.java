package org.menfang.sim.fault;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.sim.time.Timeline;
import org.menfang.vocabulary.GateId;

/// One fault at one place, which comes, stays a while, goes, and comes again.
final class Spells {
    private final Fault.Stage stage;
    private final FaultName name;
    private final @Nullable GateId gate;
    private final Rhythm rhythm;
    private final Supplier<Runnable> wrong;
    private final Timeline timeline;
    private final MonotonicTime end;

    private Spells(
            Fault.Stage stage,
            FaultName name,
            @Nullable GateId gate,
            Rhythm rhythm,
            Supplier<Runnable> wrong) {
        this.stage = stage;
        this.name = name;
        this.gate = gate;
        this.rhythm = rhythm;
        this.wrong = wrong;
        timeline = stage.compound().timeline();
        end = timeline.now().plus(stage.lasts());
    }

    /// @param gate where; null for what is nobody's own, such as the broker
    /// @param wrong begins the fault, and gives what ends it
    static void plan(
            Fault.Stage stage,
            FaultName name,
            @Nullable GateId gate,
            Rhythm rhythm,
            Supplier<Runnable> wrong) {
        new Spells(stage, name, gate, rhythm, wrong).next();
    }

    private void next() {
        MonotonicTime when =
                timeline.now().plus(stage.chance().between(rhythm.apartMin(), rhythm.apartMax()));
        if (when.isBefore(end)) {
            timeline.at(when, this::begin);
        }
    }

    /// When the time of faults is over, it goes at the latest.
    private void begin() {
        Weather.Spell spell = stage.weather().begins(name, gate);
        Runnable mend = wrong.get();
        Duration lasts = stage.chance().between(rhythm.lastsMin(), rhythm.lastsMax());
        Duration left = timeline.now().until(end);
        timeline.after(
                lasts.compareTo(left) < 0 ? lasts : left,
                () -> {
                    mend.run();
                    spell.ends();
                    next();
                });
    }
}
