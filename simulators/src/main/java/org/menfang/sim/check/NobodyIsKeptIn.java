package org.menfang.sim.check;

import java.time.Instant;
import org.menfang.sim.people.Deed;
import org.menfang.vocabulary.GateId;

/// Whoever wants to leave, leaves.
public final class NobodyIsKeptIn implements Check {
    @Override
    public String promise() {
        return "nobody who wants to leave is kept in";
    }

    @Override
    public void onDeed(Instant now, GateId gate, Deed deed, Report report) {
        if (deed instanceof Deed.KeptIn) {
            report.violated(now, deed.toString());
        }
    }
}
