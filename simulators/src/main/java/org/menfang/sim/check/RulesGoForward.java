package org.menfang.sim.check;

import org.menfang.vocabulary.GateId;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;

/// A gate that has obeyed a rule set never obeys an older one again.
final class RulesGoForward implements Check {
    private final GateId gate;
    private long newest;

    RulesGoForward(GateId gate) {
        this.gate = gate;
    }

    @Override
    public String promise() {
        return "no older rules come back";
    }

    @Override
    public void onEvent(Event event, Report report) {
        if (event.body() instanceof EventBody.RulesApplied applied) {
            if (applied.version() < newest) {
                report.violated(
                        event.time(), gate + " went from " + newest + " to " + applied.version());
            }
            newest = Math.max(newest, applied.version());
        }
    }
}
