package org.menfang.sim.check;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.menfang.sim.people.Deed;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Event;

/// The same check at each gate of a compound, none of which hears of the others.
public final class AtEachGate implements Check {
    private final Map<GateId, Check> checks = new TreeMap<>();

    /// @param gates at least one
    public AtEachGate(Collection<GateId> gates, Function<GateId, Check> check) {
        gates.forEach(gate -> checks.put(gate, check.apply(gate)));
    }

    @Override
    public String promise() {
        return checks.values().iterator().next().promise();
    }

    private Check at(GateId gate) {
        Check check = checks.get(gate);
        if (check == null) {
            throw new IllegalArgumentException("no gate " + gate);
        }
        return check;
    }

    @Override
    public void onDeed(Instant now, GateId gate, Deed deed, Report report) {
        at(gate).onDeed(now, gate, deed, report);
    }

    @Override
    public void onEvent(Event event, Report report) {
        at(event.gate()).onEvent(event, report);
    }

    @Override
    public void onDurable(Instant now, Event event, String text, Report report) {
        at(event.gate()).onDurable(now, event, text, report);
    }

    @Override
    public void onMessage(Instant now, String topic, byte[] payload, Report report) {
        checks.values().forEach(check -> check.onMessage(now, topic, payload, report));
    }

    @Override
    public void onMinute(Instant now, Report report) {
        checks.forEach((gate, check) -> check.onMinute(now, at(gate, report)));
    }

    @Override
    public void onEnd(Instant now, Report report) {
        checks.forEach((gate, check) -> check.onEnd(now, at(gate, report)));
    }

    private static Report at(GateId gate, Report report) {
        return (time, what) -> report.violated(time, "at " + gate + ": " + what);
    }
}
