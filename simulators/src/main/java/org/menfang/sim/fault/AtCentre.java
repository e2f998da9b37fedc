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

    @Override
    public void plan(Stage stage) {
        Spells.plan(stage, name, null, rhythm, () -> wrong.begin(stage));
    }
}
