package org.menfang.sim.fault;

import java.time.Duration;
import org.menfang.sim.compound.Compound;
import org.menfang.sim.time.Chance;

/// Something that goes wrong again and again.
interface Fault {
    /// What a fault may touch.
    ///
    /// @param town what people and the committee can be made to do
    /// @param chance its own: no other fault draws from it
    /// @param lasts nothing may go wrong any more when so much time has passed
    record Stage(Compound compound, Weather weather, Town town, Chance chance, Duration lasts) {}

    /// Plans what it will do on the timeline.
    void plan(Stage stage);
}
