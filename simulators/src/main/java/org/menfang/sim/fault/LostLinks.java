package org.menfang.sim.fault;

import java.time.Duration;
import org.menfang.sim.compound.GateHouse;

/// A gate and its broker do not hear each other for a while.
final class LostLinks implements Fault {
    private static final Duration APART_MIN = Duration.ofMinutes(30);
    private static final Duration APART_MAX = Duration.ofHours(10);
    private static final Duration AWAY_MIN = Duration.ofSeconds(2);
    private static final Duration AWAY_MAX = Duration.ofHours(2);

    @Override
    public void plan(Stage stage) {
        for (GateHouse gate : stage.compound().houses()) {
            Recurring.plan(stage, APART_MIN, APART_MAX, () -> lose(stage, gate));
        }
    }

    private static void lose(Stage stage, GateHouse gate) {
        Weather.Spell spell = stage.weather().begins(FaultName.LINK_LOST, gate.id());
        gate.path().cut();
        stage.compound()
                .timeline()
                .after(
                        stage.chance().between(AWAY_MIN, AWAY_MAX),
                        () -> {
                            gate.path().mend();
                            spell.ends();
                        });
    }
}
