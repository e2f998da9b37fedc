package org.menfang.gate.wiegand;

import java.time.Duration;
import java.util.List;

/// Something that goes on and off for a while: steps of a length each, played so many times.
///
/// @param steps what is on during each, at least one
/// @param times how often they are played; 0 for until something else is
record Track<T>(List<Step<T>> steps, int times) {
    static final int FOREVER = 0;

    /// One thing for one length of time.
    record Step<T>(T on, Duration during) {}

    Track {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || times < FOREVER) {
            throw new IllegalArgumentException("a track has steps, played some number of times");
        }
    }

    /// How long one round of it is.
    private long roundNanos() {
        return steps.stream().mapToLong(step -> step.during().toNanos()).sum();
    }

    /// Whether all rounds are over, so long after it began.
    boolean isOverAfter(long nanos) {
        return times != FOREVER && nanos >= roundNanos() * times;
    }

    /// What is on so long after it began; it is not over.
    T onAfter(long nanos) {
        return steps.get(indexAt(nanos)).on();
    }

    /// How long it stays so, seen so long after it began; it is not over.
    long unchangedFor(long nanos) {
        long ends = 0;
        for (int i = 0; i <= indexAt(nanos); i++) {
            ends += steps.get(i).during().toNanos();
        }
        return ends - nanos % roundNanos();
    }

    private int indexAt(long nanos) {
        long left = nanos % roundNanos();
        for (int i = 0; i < steps.size(); i++) {
            left -= steps.get(i).during().toNanos();
            if (left < 0) {
                return i;
            }
        }
        throw new IllegalStateException("a round is as long as its steps");
    }
}
