package org.menfang.sim.fault;

import java.time.Duration;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.time.Chance;

/// Gates lose their power: between any two effects, during their start, and three times in 10 s.
final class PowerCuts implements Fault {
    private static final Duration APART_MIN = Duration.ofMinutes(20);
    private static final Duration APART_MAX = Duration.ofHours(8);
    private static final Duration DARK_MIN = Duration.ofSeconds(1);
    private static final Duration DARK_MAX = Duration.ofMinutes(3);
    private static final Duration IN_QUICK_SUCCESSION = Duration.ofSeconds(3);
    private static final int EFFECTS_MAX = 200;
    private static final int CUTS_IN_SUCCESSION = 3;

    @Override
    public void plan(Stage stage) {
        for (GateHouse gate : stage.compound().houses()) {
            Recurring.plan(stage, APART_MIN, APART_MAX, () -> cut(stage, gate));
        }
    }

    private static void cut(Stage stage, GateHouse gate) {
        Weather.Spell spell = stage.weather().begins(FaultName.POWER_CUT, gate.id());
        Chance chance = stage.chance();
        if (chance.percent(60)) {
            gate.powerOffAfter(chance.below(EFFECTS_MAX));
            Duration dark = chance.between(DARK_MIN, DARK_MAX);
            stage.compound().timeline().after(dark, () -> comeBack(gate, spell));
        } else {
            flicker(stage, gate, spell, CUTS_IN_SUCCESSION);
        }
    }

    private static void flicker(Stage stage, GateHouse gate, Weather.Spell spell, int left) {
        gate.powerOff();
        if (left == 0) {
            comeBack(gate, spell);
        } else {
            gate.powerOn();
            stage.compound()
                    .timeline()
                    .after(
                            stage.chance().between(Duration.ZERO, IN_QUICK_SUCCESSION),
                            () -> flicker(stage, gate, spell, left - 1));
        }
    }

    /// Whatever was left running is cut now at the latest.
    private static void comeBack(GateHouse gate, Weather.Spell spell) {
        gate.powerOff();
        gate.powerOn();
        spell.ends();
    }
}
