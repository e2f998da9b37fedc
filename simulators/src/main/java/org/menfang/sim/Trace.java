package org.menfang.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.menfang.sim.check.Check;
import org.menfang.sim.check.Violation;
import org.menfang.sim.people.Deed;
import org.menfang.wire.Event;

/// What happened, line by line, and the checks that watch it.
final class Trace {
    private final List<Check> checks;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> deeds = new TreeMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private int storedEvents;

    Trace(List<Check> checks) {
        this.checks = checks;
    }

    void deed(Instant now, Deed deed) {
        deeds.merge(deed.getClass().getSimpleName(), 1, Integer::sum);
        text.append(now).append(' ').append(deed).append('\n');
        checks.forEach(check -> check.onDeed(now, deed, report(check)));
    }

    /// Takes the events that are new since the last call.
    void stored(List<String> texts, List<Event> events) {
        for (; storedEvents < events.size(); storedEvents++) {
            Event event = events.get(storedEvents);
            counts.merge(event.body().getClass().getSimpleName(), 1, Integer::sum);
            text.append(texts.get(storedEvents)).append('\n');
            checks.forEach(check -> check.onEvent(event, report(check)));
        }
    }

    void minute(Instant now) {
        checks.forEach(check -> check.onMinute(now, report(check)));
    }

    void violated(String promise, Instant time, String what) {
        violations.add(new Violation(promise, time, what));
    }

    private Check.Report report(Check check) {
        return (time, what) -> violated(check.promise(), time, what);
    }

    String text() {
        return text.toString();
    }

    Map<String, Integer> counts() {
        return Collections.unmodifiableMap(counts);
    }

    Map<String, Integer> deeds() {
        return Collections.unmodifiableMap(deeds);
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }
}
