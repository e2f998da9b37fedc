package org.menfang.sim.fault;

import org.menfang.sim.compound.GateHouse;

/// A fault that comes to each gate by itself, stays a while and goes.
record AtGates(FaultName name, Rhythm rhythm, Wrong wrong) implements Fault {
    /// What goes wrong at a gate.
    interface Wrong {
        /// Begins it.
        ///
        /// @return ends it
        Runnable begin(Stage stage, GateHouse gate);
    }

    /// What is done to a gate in a moment.
    interface Blow {
        void strike(Stage stage, GateHouse gate);
    }

    /// A fault that is over as soon as it has come.
    static AtGates inAMoment(FaultName name, Rhythm rhythm, Blow blow) {
        return new AtGates(
                name,
                rhythm,
                (stage, gate) -> {
                    blow.strike(stage, gate);
                    return () -> {};
                });
    }

    @Override
    public void plan(Stage stage) {
        for (GateHouse gate : stage.compound().houses()) {
            Spells.plan(stage, name, gate.id(), rhythm, () -> wrong.begin(stage, gate));
        }
    }
}
