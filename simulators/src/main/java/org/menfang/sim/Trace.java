package org.menfang.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.menfang.sim.check.Check;
import org.menfang.sim.check.Violation;
import org.menfang.sim.people.Deed;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Event;

/// What happened, line by line, and the checks that watch it.
final class Trace {
    private final Appendable lines;
    private final List<Check> checks;
    private final MessageDigest digest;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> deeds = new TreeMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private long events;

    /// @param lines takes each line as it is written
    Trace(Appendable lines, List<Check> checks) {
        this.lines = lines;
        this.checks = checks;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void deed(Instant now, GateId gate, Deed deed) {
        deeds.merge(deed.getClass().getSimpleName(), 1, Integer::sum);
        write(now + " " + gate + " " + deed);
        checks.forEach(check -> check.onDeed(now, gate, deed, report(check)));
    }

    private void event(Event event, String text) {
        events++;
        counts.merge(event.body().getClass().getSimpleName(), 1, Integer::sum);
        write(text);
        checks.forEach(check -> check.onEvent(event, report(check)));
    }

    /// An event of either stream has become durable.
    void durable(Instant now, Event event, String text) {
        if (event.position().stream() == EventStream.EVENTS) {
            event(event, text);
        }
        checks.forEach(check -> check.onDurable(now, event, text, report(check)));
    }

    /// A message has reached the broker.
    void message(Instant now, String topic, byte[] payload) {
        checks.forEach(check -> check.onMessage(now, topic, payload, report(check)));
    }

    void fault(Instant now, String what) {
        write(now + " " + what);
    }

    void minute(Instant now) {
        checks.forEach(check -> check.onMinute(now, report(check)));
    }

    void end(Instant now) {
        checks.forEach(check -> check.onEnd(now, report(check)));
    }

    void violated(String promise, Instant time, String what) {
        violations.add(new Violation(promise, time, what));
    }

    private Check.Report report(Check check) {
        return (time, what) -> violated(check.promise(), time, what);
    }

    private void write(String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        try {
            lines.append(line).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("the trace cannot be written", e);
        }
    }

    /// What all lines so far hash to. Nothing may be written afterwards.
    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }

    long events() {
        return events;
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
