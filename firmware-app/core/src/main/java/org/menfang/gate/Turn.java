package org.menfang.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.outbox.Scribe;
import org.menfang.gate.rule.KnownTime;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.EventBody;

/// One step in the making: what time it is, and what has been asked for so far.
public final class Turn {
    private final Moment now;
    private final Timekeeper timekeeper;
    private final Scribe scribe;
    private final List<Effect> effects = new ArrayList<>();
    private @Nullable KnownTime known;

    Turn(Moment now, Timekeeper timekeeper, Scribe scribe) {
        this.now = now;
        this.timekeeper = timekeeper;
        this.scribe = scribe;
    }

    public Moment now() {
        return now;
    }

    /// What is known of the time of day.
    public KnownTime known() {
        KnownTime found = known == null ? timekeeper.known(now) : known;
        known = found;
        return found;
    }

    public MonotonicTime time() {
        return now.monotonic();
    }

    /// The same moment, for something that is tried out: nothing of it is asked of anybody.
    public Turn aside() {
        return new Turn(now, timekeeper, scribe);
    }

    /// Whether a deadline has come.
    public boolean isDue(MonotonicTime deadline) {
        return !time().isBefore(deadline);
    }

    public void ask(Effect effect) {
        effects.add(effect);
    }

    /// Writes down what happened.
    ///
    /// @return its sequence among all events
    public long write(EventBody body) {
        Effect.Append append = scribe.write(EventStream.EVENTS, body, now);
        ask(append);
        return append.event().position().seq();
    }

    /// Writes down what became of an alarm: among all events, and in the lane that overtakes them.
    public void writeAlarm(EventBody body) {
        write(body);
        ask(scribe.write(EventStream.ALARMS, body, now));
    }

    /// The sequence that the next event of a stream will have.
    public long nextSeq(EventStream stream) {
        return scribe.lastSeq(stream) + 1;
    }

    /// What was asked for, in order.
    public List<Effect> effects() {
        return List.copyOf(effects);
    }
}
