package org.menfang.sim.fault;

/// A fault of what all gates share: the hub and the broker.
record AtCentre(FaultName name, Rhythm rhythm, Wrong wrong) implements Fault {
    /// What goes wrong there.
    interface Wrong {
        /// Begins it.
        ///
        /// @return ends it
        Runnable begin(Stage stage);
    }

    /// What is done there in a moment.
    interface Blow {
        void strike(Stage stage);
    }

    /// A fault that is over as soon as it has come.
    static AtCentre inAMoment(FaultName name, Rhythm rhythm, Blow blow) {
        return new AtCentre(
                name,
                rhythm,
                stage -> {
                    blow.strike(stage);
                    return () -> {};
                });
    }

    @Override
    public void plan(Stage stage) {
        Spells.plan(stage, name, null, rhythm, () -> wrong.begin(stage));
    }
}
